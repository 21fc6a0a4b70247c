import { createHash } from 'node:crypto';
import { INLINE_SCRIPTS } from './inline-scripts';

/** How a policy names a script or a style by what is in it. */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What react-aria puts into the head by itself: touch on what is pressed, and scrolling under a dialog on a phone. */
export const LIBRARY_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];

const OWN_SCRIPTS = Object.values(INLINE_SCRIPTS).map(hashSource).join(' ');
const OWN_STYLES = LIBRARY_STYLES.map(hashSource).join(' ');

interface PageNeeds {
  /** Sources of the scripts within the page: its nonce, or the hash of each. */
  scripts: readonly string[];
  /** Where the conversation's socket is. */
  socket: string | undefined;
  https: boolean;
}

/** The Content-Security-Policy of a page: what is the house's own, and nothing beside it. */
export const pagePolicy = ({ scripts, socket, https }: PageNeeds): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${[OWN_SCRIPTS, ...scripts].join(' ')}`,
    `style-src 'self' ${OWN_STYLES}`,
    // What was just chosen or drawn is shown before it is sent.
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // Google's sign-in answers our own form by a redirect.
    "form-action 'self' https://accounts.google.com",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/** Of what is no page: scripts, styles, letters, drawings. */
export const ASSET_POLICY =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** While developing, code is compiled in the browser and errors are shown within the page. */
export const DEVELOPING_POLICY = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Names each script within a page; data blocks run nothing and need no name. Where Next has marked its own by a nonce, only those: what
 * came into the page with somebody's words has none.
 */
export function scriptSources(html: string, nonce = ''): string[] {
  const mark = `nonce="${nonce}"`;
  const marked = nonce !== '' && html.includes(mark);
  const own = [...html.matchAll(SCRIPT)].filter(
    ([, attributes = '']) =>
      (!marked || attributes.includes(mark)) && !/type="application\/(?:ld\+)?json"/.test(attributes),
  );
  // As they are sent, without the nonce.
  return [...new Set(own.map(([, , code = '']) => hashSource(nonce ? code.replaceAll(nonce, '') : code)))];
}
