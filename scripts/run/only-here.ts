import type { Env } from '../../lib/env';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

const isLoopbackOrigin = (address: string): boolean =>
  URL.canParse(address) && LOOPBACK.test(new URL(address).hostname);

/**
 * Whether nobody but the people at this machine can reach the house: it listens on loopback, no proxy stands in front of
 * it, and every address it is said to have is loopback too. Only then do the published demo passwords open anything.
 */
export function isOnlyHere(settings: Pick<Env, 'HOST' | 'TRUST_PROXY' | 'APP_URL' | 'ALLOWED_ORIGINS'>): boolean {
  const said = [settings.APP_URL ?? '', ...settings.ALLOWED_ORIGINS.split(',')]
    .map((one) => one.trim())
    .filter(Boolean);
  return LOOPBACK.test(settings.HOST) && !settings.TRUST_PROXY && said.every(isLoopbackOrigin);
}
