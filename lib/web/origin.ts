import type { Caller } from '../audit/caller';
import { env } from '../env';
import { AppError } from '../errors';

/** The origins the configuration names. */
const namedOrigins = (): string[] =>
  [env().APP_URL, ...env().ALLOWED_ORIGINS.split(',')]
    .filter((one): one is string => Boolean(one?.trim()))
    .map((one) => one.trim().replace(/\/$/, ''));

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

/**
 * The host the caller used; a proxy's word counts only where TRUST_PROXY says so, and where the house has an address of its own, no
 * word for any host but those it is known by.
 */
export function requestHost(headers: Headers): string {
  const { APP_URL, TRUST_PROXY } = env();
  const said = (TRUST_PROXY && headers.get('x-forwarded-host')) || headers.get('host') || '';
  return APP_URL === undefined || namedOrigins().some((one) => hostOf(one) === said) ? said : hostOf(APP_URL);
}

/**
 * Whether the browser came by https: the house's own address says so, else, where TRUST_PROXY says so, the proxy does (its
 * nearest word in whatever case; a list begins with what the browser used).
 */
export function isHttps(headers: Headers): boolean {
  const { APP_URL, TRUST_PROXY } = env();
  if (APP_URL !== undefined) return /^https:/i.test(APP_URL);
  return TRUST_PROXY && headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https';
}

/**
 * The caller's address, for rate limits: the hop nearest to us. Our own server writes the socket's address into
 * x-forwarded-for unless TRUST_PROXY says that a proxy does, so a caller cannot choose it.
 */
export const requestAddress = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';

/** Where a request comes from, for the owner's journal. */
export const callerOf = (headers: Headers): Caller => ({
  address: requestAddress(headers),
  userAgent: headers.get('user-agent') ?? '',
});

/** The page a browser says it is at, where that is one of ours: passkeys are made for its host. */
export function siteOf(headers: Headers): { origin: string } | undefined {
  const origin = headers.get('origin');
  return origin !== null && isOwnOrigin(origin, requestHost(headers)) ? { origin } : undefined;
}

/**
 * The same, where nothing goes on without it.
 * @throws AppError foreign_origin.
 */
export function demandSite(headers: Headers): { origin: string } {
  const site = siteOf(headers);
  if (!site) throw new AppError('foreign_origin');
  return site;
}

/** Origins that may change something: those the configuration names; where it names no address, the host the caller used. */
export function isOwnOrigin(origin: string, host: string): boolean {
  if (namedOrigins().includes(origin)) return true;
  if (env().APP_URL !== undefined) return false;
  try {
    const { host: originHost, protocol } = new URL(origin);
    return (protocol === 'http:' || protocol === 'https:') && originHost === host;
  } catch {
    return false;
  }
}

/**
 * Whether a state-changing request comes from our own pages: an own Origin, or, where the browser sends none,
 * its word that the request is same-origin. Cross-site request forgery ends here.
 */
export function comesFromUs(headers: Headers): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin === null) return site === 'same-origin';
  // The house's own origin and « from another site » cannot both be true, whoever wrote them.
  const isHere = URL.canParse(origin) && new URL(origin).host === requestHost(headers);
  return isOwnOrigin(origin, requestHost(headers)) && !(isHere && site === 'cross-site');
}
