import type { Locale } from '../actor';
import en from './en';
import fr from './fr';

/** French is the source: its shape is the type of every translation. */
export type Messages = typeof fr;
export type Namespace = keyof Messages;

const all: Record<Locale, Messages> = { fr, en: en as Messages };

/** All texts of a language. */
export const messagesOf = (locale: Locale): Messages => all[locale];

/** The namespaces an island needs, so that a page carries no text it does not show. */
export const pickMessages = (locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> =>
  Object.fromEntries(namespaces.map((name) => [name, all[locale][name]])) as Partial<Messages>;
