/** An id the browser gives its message, so that sending it twice is sending it once. `randomUUID` asks for https; this does not. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
