import { env } from '../env';
import { requestHost } from './origin';

/** Where the caller finds the sidecar: as configured, else on the host they used for the app, on the sidecar's port. */
export function realtimeUrl(request: Request): string {
  const { REALTIME_URL, REALTIME_PORT, TRUST_PROXY } = env();
  if (REALTIME_URL) return REALTIME_URL;
  const { hostname } = new URL(`http://${requestHost(request.headers)}`);
  const forwarded = TRUST_PROXY ? request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() : undefined;
  const secure = forwarded === 'https' || new URL(request.url).protocol === 'https:';
  return `${secure ? 'wss' : 'ws'}://${hostname}:${REALTIME_PORT}/ws`;
}
