import type { ServerFrame } from '../realtime-protocol/frames';

const KINDS = {
  ready: true,
  message: true,
  amended: true,
  ack: true,
  cursor: true,
  typing: true,
  presence: true,
  page: true,
  pong: true,
  notification: true,
  changed: true,
  error: true,
  reset: true,
} satisfies Record<ServerFrame['t'], true>;

/**
 * Reads a frame of the house; `null` for anything that is not one (a newer house may say more than this page knows). What is in
 * one of its kinds is believed, as the answers of its API are: the house checks what it says, a page does not check it again.
 */
export function readServerFrame(text: string): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(text);
    const kind = typeof frame === 'object' && frame !== null && 't' in frame ? frame.t : undefined;
    return typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? (frame as ServerFrame) : null;
  } catch {
    return null;
  }
}
