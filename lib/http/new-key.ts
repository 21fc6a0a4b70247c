/**
 * A name nobody else has: an Idempotency-Key, the id a browser gives its message, a file on its way. `randomUUID` is missing
 * on plain http away from localhost, where houses work too; `getRandomValues` is not.
 */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
