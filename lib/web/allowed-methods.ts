import { request as ask } from 'node:http';
import { RENDER_HEADER } from '../page-cache/render-page';

/** What a page, a picture or a script is asked with. */
export const READING = ['GET', 'HEAD'] as const;

const LONGEST_MS = 5_000;

/**
 * The methods that an address of the API takes, for the Allow of a 405 (RFC 9110, 15.5.6). Next knows the routes, and says it
 * to who asks with OPTIONS; nothing of the caller's goes with the question.
 * @param port of the app's renderer, on loopback
 * @param secret of this process, sent in RENDER_HEADER
 * @param path as it was asked for
 * @throws Error when no answer comes
 */
export function allowedMethods(port: number, secret: string, path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'OPTIONS',
        agent: false,
        timeout: LONGEST_MS,
        headers: { [RENDER_HEADER]: secret },
      },
      (answer) => {
        answer.resume();
        resolve((answer.headers.allow ?? '').split(', ').filter(Boolean));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('the methods of an address were not said in time')));
    sent.on('error', reject);
    sent.end();
  });
}
