import type { Locale } from '../actor';
import { wordmarkParts } from '../house/wordmark';
import { BASTE, DAY } from '../palette';
import { escapeHtml } from './escape-html';
import { publicUrl } from './public-url';

/** The house's look in a mail: tables, inline styles, light only. No gradients there, so basting is a dashed border. */
const SERIF = "Newsreader, Georgia, 'Times New Roman', serif";
const SANS = "'Instrument Sans', 'Helvetica Neue', Arial, sans-serif";
const { ink: INK, ink2: INK2, ink3: INK3, control: CONTROL, hair: HAIR, sheet: SHEET, sunk: SUNK } = DAY;

/** What one mail says. Plain texts; `title` may carry its state between asterisks, which is set in italic. */
export interface MailContent {
  locale: Locale;
  subject: string;
  /** First words or the sum and date, shown by mailboxes beside the subject. */
  preheader: string;
  title: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  after?: string;
  /** Why one gets this. */
  reason: string;
  house: { name: string; address: string };
  settings?: { label: string; url: string };
  /** One click to get no more of these: where its reader goes, and where a mail program asks by itself (RFC 8058). */
  stop?: { label: string; url: string; oneClick: string };
}

const italic = (text: string): string => escapeHtml(text).replace(/\*([^*]+)\*/g, '<i>$1</i>');
const plain = (text: string): string => text.replace(/\*([^*]+)\*/g, '$1');
/** The name as it stands on every page, roman then italic. */
const wordmark = (name: string): string => {
  const [roman, italicised] = wordmarkParts(name);
  return `${escapeHtml(roman)}${italicised ? `<i>${escapeHtml(italicised)}</i>` : ''}`;
};
/** « Maison Seck, 12, rue Félix-Faure. » */
const imprint = ({ name, address }: MailContent['house']): string => `${[name, address].filter(Boolean).join(', ')}.`;
const row = (inner: string, style = ''): string =>
  `<tr><td style="padding:0 40px;${style}" class="side">${inner}</td></tr>`;
/** Our own addresses in a sentence become links; one in somebody's words stays text, whatever it promises. */
const withLinks = (html: string): string =>
  html.replace(/https?:\/\/[^\s<>"]+/g, (url) =>
    !url.startsWith(escapeHtml(publicUrl('/')))
      ? url
      : `<a href="${url}" style="color:${INK};text-decoration:none;border-bottom:1px solid ${CONTROL}">${url}</a>`,
  );
const paragraph = (text: string, style: string): string =>
  `<p style="margin:0 0 20px;${style}">${withLinks(escapeHtml(text)).replaceAll('\n', '<br>')}</p>`;

const button = (action: NonNullable<MailContent['action']>): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 28px"><tr><td bgcolor="${INK}" style="border-radius:2px;padding:15px 28px"><a href="${escapeHtml(action.url)}" style="font:500 16px/24px ${SANS};color:${SHEET};text-decoration:none">${escapeHtml(action.label)}</a></td></tr></table>`;

/** The mail as HTML. */
export function renderHtml(mail: MailContent): string {
  const foot = `font:400 13px/20px ${SANS};color:${INK3}`;
  const links = [mail.settings, mail.stop]
    .map((link) =>
      link
        ? ` <a href="${escapeHtml(link.url)}" style="color:${INK};text-decoration:none;border-bottom:1px solid ${CONTROL}">${escapeHtml(link.label)}</a>`
        : '',
    )
    .join('');
  return `<!doctype html>
<html lang="${mail.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light only"><meta name="supported-color-schemes" content="light only"><title>${escapeHtml(mail.subject)}</title>
<style>:root{color-scheme:light only}@media (max-width:520px){.side{padding-left:20px!important;padding-right:20px!important}.title{font-size:38px!important;line-height:42px!important}}</style></head>
<body style="margin:0;background:${SUNK}"><div style="display:none;max-height:0;overflow:hidden">${escapeHtml(mail.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${SUNK}"><tr><td align="center" style="padding:24px 0">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="${SHEET}" style="width:100%;max-width:600px;border:1px solid ${HAIR}">
${row(`<p style="margin:0;font:400 25px/30px ${SERIF};color:${INK}">${wordmark(mail.house.name)}</p>`, 'padding-top:32px;padding-bottom:36px')}
${row(`<h1 class="title" style="margin:0 0 26px;font:300 46px/48px ${SERIF};letter-spacing:-0.02em;color:${INK}">${italic(mail.title)}</h1>`)}
${row(mail.paragraphs.map((text) => paragraph(text, `font:400 16px/26px ${SANS};color:${INK2}`)).join(''))}
${mail.action ? row(button(mail.action)) : ''}
${mail.after ? row(paragraph(mail.after, `font:400 15px/24px ${SANS};color:${INK2}`)) : ''}
${row(`<div style="border-top:2px dashed ${BASTE};padding-top:20px"><p style="margin:0 0 8px;${foot}">${escapeHtml(mail.reason)}</p><p style="margin:0;${foot}">${escapeHtml(imprint(mail.house))}${links}</p></div>`, 'padding-top:16px;padding-bottom:32px')}
</table></td></tr></table></body></html>`;
}

/** The same in plain text, for readers that show no HTML. */
export function renderText(mail: MailContent): string {
  const parts = [
    plain(mail.title),
    ...mail.paragraphs,
    mail.action && `${mail.action.label} :\n${mail.action.url}`,
    mail.after,
    '--',
    mail.reason,
    imprint(mail.house),
    mail.settings && `${mail.settings.label} : ${mail.settings.url}`,
    mail.stop && `${mail.stop.label} : ${mail.stop.url}`,
  ];
  return `${parts.filter((part): part is string => Boolean(part)).join('\n\n')}\n`;
}
