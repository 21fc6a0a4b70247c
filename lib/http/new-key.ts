/** An Idempotency-Key. `randomUUID` is missing on plain http away from localhost, `getRandomValues` is not. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
