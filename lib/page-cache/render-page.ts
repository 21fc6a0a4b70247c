import { Agent, type IncomingMessage, request as ask } from 'node:http';
import type { Rendered } from './page-store';

/** Bears the secret that only our own process knows: the renderer answers nobody else. */
export const RENDER_HEADER = 'x-render-page';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
/** A page that takes longer has met a database that hangs; the visitor gets the app's own error. */
const LONGEST_MS = 30_000;

/**
 * Renders a page by asking the app's renderer for it, past the cache.
 * @param port of the renderer, on loopback
 * @param secret of this process, sent in RENDER_HEADER
 * @param more headers besides the visitor's own
 * @throws Error when no answer comes
 */
export async function renderPage(
  port: number,
  secret: string,
  from: IncomingMessage,
  more: Readonly<Record<string, string>> = {},
): Promise<Rendered> {
  try {
    return await renderOnce(port, secret, from, more);
  } catch (error) {
    // A connection kept from an earlier page may be closed in the moment it is taken up again.
    if (error instanceof StaleConnectionError) return renderOnce(port, secret, from, more);
    throw error;
  }
}

class StaleConnectionError extends Error {}

function renderOnce(
  port: number,
  secret: string,
  from: IncomingMessage,
  more: Readonly<Record<string, string>>,
): Promise<Rendered> {
  // Cookies stay outside: a public page is the same for everybody.
  const { cookie: _cookie, 'if-none-match': _known, ...headers } = from.headers;
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        host: '127.0.0.1',
        port,
        agent,
        path: from.url,
        method: 'GET',
        timeout: LONGEST_MS,
        headers: { ...headers, ...more, 'accept-encoding': 'identity', [RENDER_HEADER]: secret },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const own = Object.entries(answer.headers).filter((entry): entry is [string, string | string[]] =>
            Boolean(entry[1]),
          );
          resolve({ status: answer.statusCode ?? 500, headers: Object.fromEntries(own), body: Buffer.concat(parts) });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('rendering took too long')));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnectionError(error.message) : error),
    );
    sent.end();
  });
}
