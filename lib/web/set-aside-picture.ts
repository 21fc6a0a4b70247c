import type { Actor, Locale } from '../actor';
import { ERRORS } from '../errors';
import { isLocale } from '../i18n/config';
import { translator } from '../i18n/translate';
import { escapeHtml } from '../mail/escape-html';
import { DAY } from '../palette';
import { DATA_HEADERS } from './problem';
import { requestLocale } from './request-locale';

/** The language of the page that shows the picture: a browser asks for pictures in its own, which may be another. */
function languageOf(headers: Headers, actor: Actor | null): Locale {
  const page = /^https?:\/\/[^/]+\/(\w+)/.exec(headers.get('referer') ?? '')?.[1];
  return isLocale(page) ? page : (actor?.locale ?? requestLocale(headers, null));
}

/** Whether a page asks for a picture to show: only then does a browser name pictures first among what it takes. */
export const isForShow = (headers: Headers): boolean => /^image\//.test(headers.get('accept') ?? '');

/** A picture with a stroke through it, on 24 by 24. */
const SIGN = 'M2 2l20 20M8.5 4H20v11.500M20 20H4V4M4 16l5-5 9 9';

/**
 * What stands in the place of a picture that a scanner found infected, wherever one is shown: a browser shows a picture whatever its
 * status is, and nothing else would be said there. It has no measures of its own and fills the room it is given; where
 * words have no room, the sign alone is left.
 */
export function setAsidePicture(headers: Headers, actor: Actor | null): Response {
  const t = translator(languageOf(headers, actor), 'errors');
  const [title, detail] = [escapeHtml(t('setAside.title')), escapeHtml(t('setAside.detail'))];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" role="img"><title>${title}. ${detail}</title><style>div{box-sizing:border-box;width:100%;height:100%;padding:8px;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:4px;overflow:hidden;text-align:center;font:13px/1.35 'Instrument Sans','Helvetica Neue',Arial,sans-serif;color:${DAY.ink2};background:${DAY.sunk}}p{margin:0}b{font-weight:600;color:${DAY.ink}}path{fill:none;stroke:${DAY.ink3};stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}@media(max-width:179px),(max-height:119px){.d{display:none}}@media(max-width:95px),(max-height:71px){p{display:none}}</style><foreignObject width="100%" height="100%"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="${SIGN}"/></svg><p><b>${title}</b></p><p class="d">${detail}</p></div></foreignObject></svg>`;
  return new Response(drawing, {
    status: ERRORS.file_quarantined,
    headers: {
      ...DATA_HEADERS,
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
