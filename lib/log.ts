import { pino, type Logger } from 'pino';
import { env } from './env';

let root: Logger | undefined;

/** One JSON line per event. Never give it message texts, passwords or tokens; the list below only catches accidents. */
export function log(): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', 'next', 'current', 'token', 'ticket', 'content', '*.password', '*.token', '*.content'],
      remove: true,
    },
  });
  return root;
}
