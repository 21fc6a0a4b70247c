import type { Locale } from '../actor';
import type { HouseDocument } from '../house/documents';
import { firstName, formatDate, formatLongDay, formatTime } from '../i18n/format';
import { translator } from '../i18n/translate';
import { paths } from '../paths';
import type { MailContent } from './layout';
import { publicUrl } from './public-url';

/** What each mail needs to know. Urls are absolute (`publicUrl`), texts in the receiver's language. */
export interface MailData {
  welcome: { name: string; url: string };
  proveAddress: { name: string; url: string };
  addressKnown: { name: string };
  reset: { name: string; url: string };
  passwordChanged: { name: string };
  newDevice: { name: string; device: string; at: Date; url: string };
  secondKeysCleared: { name: string };
  /** A notification that stayed unread, in its own words; `settings` is where one chooses, `stop` what ends mails of this kind. */
  notification: { title: string; text: string; url: string; more?: string[][]; settings: string; stop: string };
  erased: { name: string };
  invitationClient: { inviter: string; house: string; url: string; expiresAt: Date };
  invitationStaff: { inviter: string; house: string; url: string; expiresAt: Date };
}
export type MailTemplate = keyof MailData;

type Frame = Pick<MailContent, 'locale' | 'house'>;
type Words = Omit<MailContent, keyof Frame>;

const invitation = (
  locale: Locale,
  kind: 'invitationClient' | 'invitationStaff',
  data: MailData['invitationClient'],
): Words => {
  const t = translator(locale, 'emails');
  const values = { inviter: data.inviter, house: data.house, date: formatLongDay(locale, data.expiresAt) };
  return {
    subject: t(`${kind}.subject`, values),
    preheader: t(`${kind}.preheader`, values),
    title: t(`${kind}.title`, values),
    paragraphs: [t(`${kind}.text`, values)],
    action: { label: t(`${kind}.action`), url: data.url },
    after: t('invitationExpiry', values),
    reason: t('invitationReason', values),
  };
};

const WORDS: { [T in MailTemplate]: (locale: Locale, data: MailData[T]) => Words } = {
  welcome: (locale, { name, url }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('welcome.subject'),
      preheader: t('welcome.preheader'),
      title: t('welcome.title', { name: firstName(name) }),
      paragraphs: [t('welcome.text'), t('welcome.proof')],
      action: { label: t('proveAddress.action'), url },
      after: t('proveAddress.after'),
      reason: t('welcome.reason'),
    };
  },
  proveAddress: (locale, { name, url }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('proveAddress.subject'),
      preheader: t('proveAddress.preheader'),
      title: t('proveAddress.title'),
      paragraphs: [t('proveAddress.text', { name: firstName(name) })],
      action: { label: t('proveAddress.action'), url },
      after: t('proveAddress.after'),
      reason: t('proveAddress.reason'),
    };
  },
  addressKnown: (locale, { name }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('addressKnown.subject'),
      preheader: t('addressKnown.preheader'),
      title: t('addressKnown.title'),
      paragraphs: [t('addressKnown.text', { name: firstName(name) })],
      action: { label: t('addressKnown.action'), url: publicUrl(`/${locale}${paths.signIn}`) },
      after: t('addressKnown.after', { url: publicUrl(`/${locale}${paths.forgotPassword}`) }),
      reason: t('addressKnown.reason'),
    };
  },
  reset: (locale, { name, url }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('reset.subject'),
      preheader: t('reset.preheader'),
      title: t('reset.title'),
      paragraphs: [t('reset.text', { name: firstName(name) })],
      action: { label: t('reset.action'), url },
      after: t('reset.after'),
      reason: t('reset.reason'),
    };
  },
  passwordChanged: (locale, { name }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('passwordChanged.subject'),
      preheader: t('passwordChanged.preheader', { date: formatDate(locale, new Date()) }),
      title: t('passwordChanged.title'),
      paragraphs: [t('passwordChanged.text', { name: firstName(name) })],
      action: { label: t('passwordChanged.action'), url: publicUrl(`/${locale}${paths.forgotPassword}`) },
      reason: t('passwordChanged.reason'),
    };
  },
  newDevice: (locale, { name, device, at, url }) => {
    const t = translator(locale, 'emails');
    const values = { name: firstName(name), device, date: formatDate(locale, at), time: formatTime(locale, at) };
    return {
      subject: t('newDevice.subject'),
      preheader: t('newDevice.preheader', values),
      title: t('newDevice.title'),
      paragraphs: [t('newDevice.text', values)],
      action: { label: t('newDevice.action'), url },
      reason: t('newDevice.reason'),
    };
  },
  secondKeysCleared: (locale, { name }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('secondKeysCleared.subject'),
      preheader: t('secondKeysCleared.preheader'),
      title: t('secondKeysCleared.title'),
      paragraphs: [t('secondKeysCleared.text', { name: firstName(name) })],
      action: { label: t('secondKeysCleared.action'), url: publicUrl(`/${locale}${paths.signIn}`) },
      reason: t('secondKeysCleared.reason'),
    };
  },
  erased: (locale, { name }) => {
    const t = translator(locale, 'emails');
    return {
      subject: t('erased.subject'),
      preheader: t('erased.preheader'),
      title: t('erased.title'),
      paragraphs: [t('erased.text', { name: firstName(name) }), t('erased.kept')],
      reason: t('erased.reason'),
    };
  },
  invitationClient: (locale, data) => invitation(locale, 'invitationClient', data),
  invitationStaff: (locale, data) => invitation(locale, 'invitationStaff', data),
  notification: (locale, { title, text, url, more = [], settings, stop }) => {
    const t = translator(locale, 'emails');
    return {
      subject: title,
      preheader: text,
      title,
      paragraphs: [...(text ? [text] : []), ...more.map((words) => words.filter(Boolean).join('\n'))],
      action: { label: t('notification.action'), url },
      reason: t('notification.reason'),
      settings: { label: t('notification.settings'), url: settings },
      stop: {
        label: t('notification.stop'),
        url: publicUrl(`/${locale}${paths.mailStop(stop)}`),
        oneClick: publicUrl(`/api/mail-stops/${stop}`),
      },
    };
  },
};

/** The whole mail of a template, in the house's frame. */
export function composeMail<T extends MailTemplate>(
  house: Pick<HouseDocument, 'name' | 'address'>,
  locale: Locale,
  template: T,
  data: MailData[T],
): MailContent {
  return { locale, house: { name: house.name, address: house.address }, ...WORDS[template](locale, data) };
}
