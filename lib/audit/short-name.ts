import { createHmac } from 'node:crypto';

/** A short name that stands for an address in the log: always the same one, and nobody reads it back. */
export const shortName = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 10);
