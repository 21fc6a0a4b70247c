import { type IncomingHttpHeaders, request as ask } from 'node:http';
import { RENDER_HEADER } from '../page-cache/render-page';

/** What a page, a picture or a script is asked with. */
export const READING = ['GET', 'HEAD'] as const;

const LONGEST_MS = 30_000;

/**
 * Asks the app's own renderer, past everything that stands before Next; nothing of a caller's goes with it.
 * @param port of the renderer, on loopback
 * @param secret of this process, sent in RENDER_HEADER
 * @throws Error when no answer comes
 */
export function askOwn(
  port: number,
  secret: string,
  { path, method = 'GET' }: { path: string; method?: 'GET' | 'OPTIONS' },
): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const headers = { [RENDER_HEADER]: secret };
    const sent = ask(
      { host: '127.0.0.1', port, path, method, agent: false, timeout: LONGEST_MS, headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.headers));
        answer.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('the app did not answer itself in time')));
    sent.on('error', reject);
    sent.end();
  });
}

/**
 * The methods that an address of the API takes, for the Allow of a 405 (RFC 9110, 15.5.6): Next knows the routes, and says it to
 * who asks with OPTIONS.
 * @param path as it was asked for
 */
export const allowedMethods = async (port: number, secret: string, path: string): Promise<string[]> =>
  ((await askOwn(port, secret, { path, method: 'OPTIONS' })).allow ?? '').split(', ').filter(Boolean);
