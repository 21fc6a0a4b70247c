import type { IncomingMessage } from 'node:http';

/** This machine itself: the app, the operator, and a proxy that was not announced. */
export const isThisMachine = (address: string): boolean => /^(?:::1|(?:::ffff:)?127\.)/.test(address);

/**
 * Where a socket comes from: the last address a proxy wrote, where one is announced; what somebody wrote before it is
 * worth nothing.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? [request.headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim()
    : undefined;
  return forwarded || (request.socket.remoteAddress ?? 'unknown');
}
