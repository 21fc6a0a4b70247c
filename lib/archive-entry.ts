/** One file of an archive, written piece by piece: nothing of it is held in memory whole. */
export interface Entry {
  name: string;
  /** Pictures and the like are packed already. */
  packed?: boolean;
  pieces: AsyncIterable<Uint8Array>;
}

const utf8 = new TextEncoder();

async function* words(text: string): AsyncGenerator<Uint8Array> {
  yield utf8.encode(text);
}

/** A text. */
export const textEntry = (name: string, text: string): Entry => ({ name, pieces: words(`${text}\n`) });

/** A value as JSON. */
export const jsonEntry = (name: string, value: unknown): Entry => ({
  name,
  pieces: words(`${JSON.stringify(value, null, 2)}\n`),
});

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const item of items) {
    yield utf8.encode(`${first ? '[' : ','}\n${JSON.stringify(item, null, 2)}`);
    first = false;
  }
  yield utf8.encode(first ? '[]\n' : '\n]\n');
}

/** A JSON list whose items are read while it is written. */
export const listEntry = (name: string, items: AsyncIterable<unknown>): Entry => ({ name, pieces: list(items) });
