import { createTranslator } from 'next-intl';
import type { Locale } from '../actor';
import { messagesOf, type Namespace } from './messages';

/** Texts outside React: e-mails, notifications, problem documents. */
export const translator = <N extends Namespace>(locale: Locale, namespace: N) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace });
