import type { Readable, Writable } from 'node:stream';

/** What goes between the house and a process beside it: a head in JSON, and bytes. */
export interface Frame<H> {
  head: H;
  bytes: Buffer;
}

/** Two lengths, of the head and of the bytes, as unsigned 32-bit little-endian numbers. */
const LENGTHS = 8;

/** Writes a frame; the bytes are handed on as they are, without a copy. */
export function writeFrame(stream: Writable, head: unknown, bytes: Uint8Array = Buffer.alloc(0)): void {
  const words = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32LE(words.length, 0);
  lengths.writeUInt32LE(bytes.byteLength, 4);
  stream.write(Buffer.concat([lengths, words]));
  if (bytes.byteLength > 0) stream.write(bytes);
}

/** Takes so many bytes from what comes; undefined when it ends before. */
async function take(chunks: AsyncIterator<Buffer>, rest: { of: Buffer }, size: number): Promise<Buffer | undefined> {
  const taken = Buffer.allocUnsafeSlow(size);
  for (let filled = 0; filled < size;) {
    if (rest.of.length === 0) {
      const next = await chunks.next();
      if (next.done) return undefined;
      rest.of = next.value;
    }
    const part = rest.of.subarray(0, size - filled);
    part.copy(taken, filled);
    filled += part.length;
    rest.of = rest.of.subarray(part.length);
  }
  return taken;
}

/** The frames that come, one after the other, until the stream ends. Each side trusts the other: both are the house's own. */
export async function* framesOf<H>(stream: Readable): AsyncGenerator<Frame<H>, undefined> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const rest = { of: Buffer.alloc(0) };
  for (;;) {
    const lengths = await take(chunks, rest, LENGTHS);
    const words = lengths && (await take(chunks, rest, lengths.readUInt32LE(0)));
    const bytes = words && (await take(chunks, rest, lengths.readUInt32LE(4)));
    if (!bytes) return undefined;
    yield { head: JSON.parse(words.toString()) as H, bytes };
  }
}
