import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import { startDatabaseProcess } from '../../../packages/embedded-db/tests/support/database-process';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-backup-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command as npm does, and gives what it said. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/command.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, MONGODB_URI: undefined, AUTH_SECRET: undefined, LC_ALL: '', LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** The embedded database of a data folder, with one account in it. */
async function inhabited(name: string) {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  const database = await startDatabaseProcess(join(dataDir, 'database'));
  const client = new MongoClient(database.uri);
  await client.db('fashionflow').collection('accounts').insertOne({ email: 'aida@maison.example' });
  await client.close();
  return { dataDir, database };
}

describe('npm run backup and npm run restore', { timeout: 120_000 }, () => {
  it('saves the house while it is open, and gives it back in an empty folder with its keys', async () => {
    const { dataDir, database } = await inhabited('open');
    const file = join(folder, 'maison.ffbackup');
    try {
      const saved = await run(['backup', file], { DATA_DIR: dataDir });
      expect(saved).toMatchObject({ code: 0 });
      expect(saved.said).toMatch(/The house is kept in .*maison\.ffbackup: \d+ documents/);
      // Of the house that was saved, and of any other in which somebody lives, nothing is touched.
      const refused = await run(['restore', file], { DATA_DIR: dataDir });
      expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('This house is open') });
    } finally {
      await database.stop();
    }
    const lived = await run(['restore', file], { DATA_DIR: dataDir });
    expect(lived).toMatchObject({ code: 1, said: expect.stringContaining('Somebody lives in this house already') });

    const empty = join(folder, 'empty');
    const restored = await run(['restore', file], { DATA_DIR: empty, LANG: 'fr_FR.UTF-8' });
    expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/est reprise.*tous comparés/) });
    expect(readFileSync(join(empty, 'auth-secret'), 'utf8')).toBe(readFileSync(join(dataDir, 'auth-secret'), 'utf8'));

    truncateSync(file, 200);
    const torn = await run(['restore', file], { DATA_DIR: join(folder, 'other') });
    expect(torn).toMatchObject({ code: 1, said: expect.stringContaining('This backup is cut short') });
  });

  it('speak the machine’s language, and say what they do when asked', async () => {
    const [french, english] = await Promise.all([
      run(['backup', '--help'], { LANG: 'fr_SN.UTF-8' }),
      run(['restore', '--help'], { LANG: 'C' }),
    ]);
    expect(french).toMatchObject({ code: 0, said: expect.stringContaining('toute la maison dans un seul fichier') });
    expect(english).toMatchObject({ code: 0, said: expect.stringContaining('puts a backup into an empty house') });
  });

  it('never write over a file', async () => {
    const file = join(folder, 'mine');
    writeFileSync(file, 'mine');
    const refused = await run(['backup', file], { DATA_DIR: join(folder, 'new') });
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('is there already') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(`${file}.partial`)).toBe(false);
  });
});
