import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BSON } from 'mongodb';
import type { Database } from '../db/client';
import { ALL_MIGRATIONS } from '../db/migrations/all-migrations';
import { PROGRAM_VERSION } from '../program-version';
import { FrameReader, FrameWriter } from './frames';
import { FORMAT, KEPT_BESIDE, type Header, type Manifest } from './manifest';
import { tallies, whatCounts } from './open-backup';
import { BackupRefused } from './refusal';
import { readHouse, type ReadHouse } from './read-house';
import { fileKeys, type FileKeys, SCRYPT } from './seal';

export interface BackupChoices {
  /** Where to; must not be there yet. */
  file: string;
  /** Encrypts it, when given. */
  passphrase?: string | undefined;
  /** The root of the house's keys, without which the sealed second keys of a restored house would open nothing. */
  root?: string | undefined;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** What the operating system says, in our words. */
function explained(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST') return new BackupRefused('fileThere', { path: file });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupRefused('diskFull', { path: dirname(file) });
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    return new BackupRefused('folderAway', { path: file });
  return error;
}

/**
 * Writes the whole house into one file while it works, and reads the file again before it gets its name: what has the name of a backup
 * was read to its end, document by document, and held what the house held.
 * @throws BackupRefused with what a person can do
 */
export async function writeBackup(
  db: Database,
  choices: BackupChoices,
): Promise<{ header: Header; manifest: Manifest }> {
  const file = resolve(choices.file);
  if (existsSync(file)) throw new BackupRefused('fileThere', { path: file });
  const partial = `${file}.partial`;
  try {
    await rm(partial, { force: true });
    const written = await fill(db, partial, choices);
    await rename(partial, file);
    await sync(dirname(file));
    return written;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw explained(error, file);
  }
}

/** A name is on the disk only when its folder is; Windows has no such call. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function headAndKeys(passphrase: string | undefined): Promise<{ header: Header; keys: FileKeys | undefined }> {
  const plain = {
    format: FORMAT,
    madeAt: new Date().toISOString(),
    program: PROGRAM_VERSION,
    data: ALL_MIGRATIONS.length,
  };
  if (!passphrase) return { header: plain, keys: undefined };
  const salt = randomBytes(16);
  const keys = await fileKeys(passphrase, salt, SCRYPT);
  return { header: { ...plain, key: { ...SCRYPT, salt: salt.toString('base64'), check: keys.check } }, keys };
}

async function fill(db: Database, partial: string, { passphrase, root }: BackupChoices) {
  const { header, keys } = await headAndKeys(passphrase);
  const file = await open(partial, 'wx', 0o600);
  try {
    const writer = new FrameWriter(file, keys);
    await writer.head(header);
    let settledFrom = 0;
    const house = await readHouse(db, {
      document: (collection, document) => writer.add(collection, document),
      settled: async () => {
        await writer.flush();
        settledFrom = writer.frames;
      },
    });
    await writer.add(KEPT_BESIDE, BSON.serialize({ _id: 'keys', ...(root ? { root } : {}) }));
    const proof = await writer.ended();
    const manifest = await readBack(partial, keys, proof, house, settledFrom);
    await writer.foot(manifest);
    await file.sync();
    return { header, manifest };
  } finally {
    await file.close();
  }
}

/** Reads what was written, and compares its counts with those of the database at the moment of the backup. */
async function readBack(
  partial: string,
  keys: FileKeys | undefined,
  proof: Buffer,
  { collections, superseded }: ReadHouse,
  settledFrom: number,
): Promise<Manifest> {
  const reader = await FrameReader.open(partial);
  const changed = Object.fromEntries([...superseded].map(([name, set]) => [name, [...set]]));
  try {
    const found = await tallies(whatCounts(reader, keys, { superseded: changed, settledFrom }));
    const { size } = await reader.stat();
    if (!(await reader.proofOf(keys, size)).equals(proof)) throw new BackupRefused('notWhole');
    const none = { documents: 0, bytes: 0, sum: '0'.repeat(64) };
    const listed = collections.map(({ name, documents, indexes }) => {
      const tally = found.get(name) ?? none;
      if (tally.documents !== documents) throw new BackupRefused('notWhole', { name });
      return { name, ...tally, indexes };
    });
    const beside = found.get(KEPT_BESIDE) ?? none;
    const names = new Set([...collections.map(({ name }) => name), KEPT_BESIDE]);
    for (const name of found.keys()) if (!names.has(name)) throw new BackupRefused('notWhole', { name });
    return {
      collections: [...listed, { name: KEPT_BESIDE, ...beside, indexes: [] }],
      superseded: changed,
      settledFrom,
    };
  } finally {
    await reader.close();
  }
}
