import { FrameReader } from './frames';
import { FORMAT, header, type Header, manifest, type Manifest } from './manifest';
import { Counter, keyOf, type RawDocument, type Tally } from './raw';
import { BackupRefused } from './refusal';
import { fileKeys, type FileKeys } from './seal';

/** A backup that is read. */
export interface OpenBackup {
  readonly header: Header;
  readonly manifest: Manifest;
  /** Every document that counts, once. */
  documents(): AsyncGenerator<{ collection: string; document: RawDocument }>;
  close(): Promise<void>;
}

/** The head of a file, and the keys it asks for. */
async function begin(reader: FrameReader, passphrase: string | undefined) {
  const head = header.safeParse(await reader.head());
  if (!head.success) throw new BackupRefused('altered');
  if (head.data.format > FORMAT) throw new BackupRefused('newerData', { program: head.data.program });
  return { header: head.data, keys: await keysOf(head.data, passphrase) };
}

async function keysOf({ key }: Header, passphrase: string | undefined): Promise<FileKeys | undefined> {
  if (!key) return undefined;
  if (!passphrase) throw new BackupRefused('keyNeeded');
  const keys = await fileKeys(passphrase, Buffer.from(key.salt, 'base64'), key);
  if (keys.check !== key.check) throw new BackupRefused('wrongKey');
  return keys;
}

/** Leaves out what was superseded before the file was ended. */
export async function* whatCounts(
  reader: FrameReader,
  keys: FileKeys | undefined,
  { superseded, settledFrom }: Pick<Manifest, 'superseded' | 'settledFrom'>,
): AsyncGenerator<{ collection: string; document: RawDocument }> {
  const old = new Map(Object.entries(superseded).map(([name, list]) => [name, new Set(list)]));
  for await (const { frame, collection, document } of reader.records(keys))
    if (frame >= settledFrom || !old.get(collection)?.has(keyOf(document))) yield { collection, document };
}

/** Counts what comes, by collection. */
export async function tallies(
  documents: AsyncIterable<{ collection: string; document: RawDocument }>,
): Promise<Map<string, Tally>> {
  const counters = new Map<string, Counter>();
  for await (const { collection, document } of documents) {
    const counter = counters.get(collection) ?? new Counter();
    counters.set(collection, counter);
    counter.add(document);
  }
  return new Map([...counters].map(([name, { tally }]) => [name, tally]));
}

/**
 * Opens a backup and proves it: that it is whole, that nothing in it was altered, and that the key fits. Nothing of it is
 * handed out before.
 * @throws BackupRefused for what is none, is torn, altered, of a newer format, or sealed with another key
 */
export async function openBackup(path: string, passphrase: string | undefined): Promise<OpenBackup> {
  const reader = await FrameReader.open(path);
  try {
    // A file that was cut short says so whatever its key.
    await reader.head();
    const { manifest: written, proof, provedBytes } = await reader.foot();
    const { header: head, keys } = await begin(reader, passphrase);
    if (!(await reader.proofOf(keys, provedBytes)).equals(proof)) throw new BackupRefused('altered');
    const read = manifest.parse(written);
    return {
      header: head,
      manifest: read,
      documents: () => whatCounts(reader, keys, read),
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** The head and the foot of a backup, unproved: enough to show it in a list. */
export async function glanceAt(path: string): Promise<{ header: Header; manifest: Manifest }> {
  const reader = await FrameReader.open(path);
  try {
    const head = header.safeParse(await reader.head());
    const foot = manifest.safeParse((await reader.foot()).manifest);
    if (!head.success || !foot.success) throw new BackupRefused('altered');
    return { header: head.data, manifest: foot.data };
  } finally {
    await reader.close();
  }
}
