import { env } from '../env';

/**
 * The address of a page as a mail must write it. Never built from a request: a forged Host header would send
 * somebody's secret link to a stranger.
 * @param path with its language, `/fr/…`
 */
export function publicUrl(path: string): string {
  const { APP_URL, HOST, PORT } = env();
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  const base = APP_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
  return base.replace(/\/$/, '') + path;
}
