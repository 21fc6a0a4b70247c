import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Entry } from '../archive-entry';

/** The bytes of an archive, made as they are asked for. */
export async function* zipped(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failed = error;
    else ready.push(bytes);
  });
  const taken = (): Uint8Array[] => {
    if (failed) throw failed;
    return ready.splice(0);
  };
  for await (const entry of entries) {
    const file = entry.packed ? new ZipPassThrough(entry.name) : new ZipDeflate(entry.name);
    zip.add(file);
    for await (const piece of entry.pieces) {
      file.push(piece);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
