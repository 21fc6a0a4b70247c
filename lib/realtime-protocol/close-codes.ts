/** Every way a socket ends, and what the browser does about it. */
export const CLOSE = {
  /** The server went wrong, restarts or is full: come back and resume. */
  goingAway: 1001,
  internal: 1011,
  restarting: 1012,
  tryLater: 1013,
  /** The account was closed: stop. */
  policy: 1008,
  /** A frame that is none of ours: stop. */
  badFrame: 4400,
  /** Ticket expired, forged or replayed, session ended: ask for a new ticket. */
  unauthenticated: 4401,
  /** A conversation that is not yours, or no longer: come back, slowly, without it. */
  forbidden: 4403,
  /** No ticket in time. */
  authTimeout: 4408,
  /** The account has its sockets already: ask again slowly, and say so. */
  tooManySockets: 4409,
  /** The reader does not keep up: resume. */
  slowReader: 4413,
  /** Too fast: back off. */
  tooFast: 4429,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export type AfterClose = 'resume' | 'newTicket' | 'backOff' | 'noRoom' | 'stop';

const STOP: readonly number[] = [
  CLOSE.policy,
  CLOSE.badFrame,
  // Bad text and too big a frame: the client itself is to be mended.
  1007,
  1009,
];

/** What a client does after a close: a cut line (1006) and everything unknown comes back and resumes. */
export function afterClose(code: number): AfterClose {
  if (STOP.includes(code)) return 'stop';
  if (code === CLOSE.unauthenticated) return 'newTicket';
  if (code === CLOSE.tooManySockets) return 'noRoom';
  if (code === CLOSE.tooFast || code === CLOSE.forbidden) return 'backOff';
  return 'resume';
}
