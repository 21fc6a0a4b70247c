import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glanceAt } from './open-backup';
import { type Totals, totalsOf } from './manifest';
import { REFUSALS, type RefusalCode } from './refusal';
import { momentOf, superfluous } from './rules';

/** One backup in the house's folder. It has its name only since it was read again and found whole. */
export interface KeptBackup extends Totals {
  name: string;
  madeAt: Date;
  bytes: number;
  encrypted: boolean;
}

/** The last attempt that came to nothing. */
export interface FailedBackup {
  at: Date;
  code: RefusalCode | 'unknown';
}

const FAILURE = 'last-failure.json';

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Read once a process: a backup never changes. */
const glances = new Map<string, Totals & { encrypted: boolean }>();

async function glance(path: string, bytes: number, madeAt: Date): Promise<Totals & { encrypted: boolean }> {
  const key = `${path} ${bytes} ${madeAt.getTime()}`;
  const known = glances.get(key);
  if (known) return known;
  const { header, manifest } = await glanceAt(path);
  const read = { ...totalsOf(manifest), encrypted: header.key !== undefined };
  glances.set(key, read);
  return read;
}

/** The backups in the folder, newest first. What cannot be read is none. */
export async function listKept(folder: string): Promise<KeptBackup[]> {
  const found = (await namesIn(folder)).sort().reverse();
  const read = await Promise.all(
    found.map(async (name): Promise<KeptBackup[]> => {
      const madeAt = momentOf(name);
      if (!madeAt) return [];
      try {
        const path = join(folder, name);
        const { size: bytes } = await stat(path);
        return [{ name, madeAt, bytes, ...(await glance(path, bytes, madeAt)) }];
      } catch {
        return [];
      }
    }),
  );
  return read.flat();
}

/** When the newest was made; told by its name alone. */
export async function lastMade(folder: string): Promise<Date | undefined> {
  return momentOf((await namesIn(folder)).filter(momentOf).sort().at(-1) ?? '');
}

export async function lastFailed(folder: string): Promise<FailedBackup | undefined> {
  try {
    const { at, code } = JSON.parse(await readFile(join(folder, FAILURE), 'utf8')) as { at: string; code: string };
    return { at: new Date(at), code: REFUSALS.find((one) => one === code) ?? 'unknown' };
  } catch {
    return undefined;
  }
}

export async function noteFailure(folder: string, code: FailedBackup['code'], now = new Date()): Promise<void> {
  await writeFile(join(folder, FAILURE), JSON.stringify({ at: now.toISOString(), code }), { mode: 0o600 });
}

/** Makes the folder, for its owner alone, and takes away what an attempt that was killed left. */
export async function readyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await namesIn(folder))
    if (name.endsWith('.ffbackup.partial')) await rm(join(folder, name), { force: true });
}

/** Takes away what need not be kept any longer, and the note of a failure that is over. */
export async function tidy(folder: string): Promise<void> {
  for (const name of superfluous(await namesIn(folder))) await rm(join(folder, name), { force: true });
  await rm(join(folder, FAILURE), { force: true });
}
