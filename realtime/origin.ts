import type { IncomingMessage } from 'node:http';

export interface OriginRules {
  /** Origins named by the configuration. */
  allowed: readonly string[];
  /** The app's port: its pages are on the same host as the socket, on this port. */
  appPort: number;
  trustProxy: boolean;
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/**
 * Whether the page that opens the socket is the house's: a named origin, the same host and port (one address behind a
 * proxy), or the same host on the app's port. No Origin at all is no browser, and has no cookie to abuse: the ticket decides.
 */
export function isOwnPage(request: IncomingMessage, rules: OriginRules): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (rules.allowed.includes(origin)) return true;
  const forwarded = rules.trustProxy ? first(request.headers['x-forwarded-host']) : undefined;
  try {
    const page = new URL(origin);
    if (page.protocol !== 'http:' && page.protocol !== 'https:') return false;
    const host = new URL(`http://${forwarded ?? request.headers.host ?? ''}`);
    if (page.host === host.host) return true;
    const port = page.port === '' ? (page.protocol === 'https:' ? 443 : 80) : Number(page.port);
    return page.hostname === host.hostname && port === rules.appPort;
  } catch {
    return false;
  }
}
