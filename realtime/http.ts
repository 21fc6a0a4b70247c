import type { IncomingMessage, RequestListener } from 'node:http';
import { bears } from '../lib/bearer';
import { isThisMachine } from './address';
import type { Hub } from './hub';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Whether the figures are for whoever asks: the bearer of the token, or without one somebody on this machine, past no proxy. */
function mayMeasure({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (!token) return headers['x-forwarded-for'] === undefined && isThisMachine(socket.remoteAddress ?? '');
  return bears(headers.authorization, token);
}

/**
 * Health and metrics, on the socket's own port. `ready` means that the database answers and that its changes arrive.
 * @param isWatching whether the change stream is open
 * @param token what the reader of the metrics has to show; without one they are read on this machine only
 */
export function createListener(hub: Hub, isWatching: () => boolean, token?: string): RequestListener {
  const check = async (): Promise<string | null> => {
    if (hub.draining) return 'draining';
    if (!isWatching()) return 'not following the database';
    try {
      await hub.db.db.command({ ping: 1 }, { timeoutMS: 2_000 });
      return null;
    } catch {
      return 'the database does not answer';
    }
  };
  return (request, response) => {
    const answer = (status: number, body: string, type = JSON_TYPE) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, '{"status":"method not allowed"}');
    if (path === '/health/live') return answer(200, '{"status":"ok"}');
    if (path === '/health/ready')
      return void check().then((cause) =>
        answer(cause ? 503 : 200, JSON.stringify(cause ? { status: 'unavailable', cause } : { status: 'ok' })),
      );
    if (path === '/metrics' && !mayMeasure(request, token))
      return answer(token ? 401 : 404, '{"status":"not for you"}');
    if (path === '/metrics')
      return void hub.metrics.registry.metrics().then(
        (text) => answer(200, text, hub.metrics.registry.contentType),
        () => answer(500, '{"status":"error"}'),
      );
    return answer(404, '{"status":"not found"}');
  };
}
