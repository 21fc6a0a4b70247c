import { env } from '../env';
import { isHttps, requestHost } from './origin';

/**
 * Where a caller finds the sidecar: as configured, else on the host they used for the app, on the sidecar's port.
 * @returns undefined for a caller whose host is no host
 */
export function socketAddress(headers: Headers): string | undefined {
  const { REALTIME_URL, REALTIME_PORT } = env();
  if (REALTIME_URL) return REALTIME_URL;
  const address = `http://${requestHost(headers)}`;
  if (!URL.canParse(address)) return undefined;
  return `${isHttps(headers) ? 'wss' : 'ws'}://${new URL(address).hostname}:${REALTIME_PORT}/ws`;
}
