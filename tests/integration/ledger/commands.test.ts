import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as payments from '@/app/api/orders/[id]/payments/route';
import { ALL_MIGRATIONS } from '@/lib/db/migrations/all-migrations';
import { ledgerEntries } from '@/lib/ledger/documents';
import { bundle } from '../../faults/support/bundle';
import { call, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur } from '../orders/setup';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const db = setUpDatabase();
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-ledger-'));
const exported = join(folder, 'ledger.jsonl');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What npm runs once everything is installed and built. */
let entry: string;

/** Calls a command in a process of its own; without a house where `house` is false. */
const run = (args: string[], { house = true, locale = 'en_GB.UTF-8' } = {}) =>
  new Promise<{ code: number; said: string }>((done) => {
    const where = house ? { MONGODB_URI: inject('mongoUri'), MONGODB_DB: db().db.databaseName } : {};
    const env = { ...process.env, MONGODB_URI: undefined, DATA_DIR: join(folder, 'none'), LC_ALL: locale, ...where };
    execFile(
      process.execPath,
      ['--input-type=module', '-e', entry, '--', ...args],
      { cwd: ROOT, env },
      (error, out, wrong) => done({ code: typeof error?.code === 'number' ? error.code : 0, said: `${out}${wrong}` }),
    );
  });

beforeAll(async () => {
  const built = pathToFileURL(await bundle('scripts/commands/all-commands.ts')).href;
  entry = `import { runNamed } from '${built}';
const [, name, ...given] = process.argv;
await runNamed(name, given, process.cwd());`;
  serveFrom(db());
  const couturier = await person(db(), 'couturier');
  const { id } = await confirmed(await person(db(), 'client', 'Awa Diallo'), couturier);
  for (const sum of [10_000, 20_000, 30_000])
    await call(payments.POST, {
      who: couturier,
      params: { id },
      body: { kind: 'deposit', amount: eur(sum), method: 'cash', paidAt: '2026-11-20' },
    });
  const records = db().db.collection<{ _id: number; finishedAt: Date }>('migrations');
  await records.insertMany(ALL_MIGRATIONS.map(({ version }) => ({ _id: version, finishedAt: new Date() })));
  expect(await run(['ledger:export', exported])).toMatchObject({ code: 0 });
}, 120_000);

describe('npm run ledger:export and ledger:verify', { timeout: 120_000 }, () => {
  it('say what they do in the machine’s language', async () => {
    const help = await run(['ledger:verify', '--help'], { house: false });
    expect(help).toMatchObject({ code: 0 });
    expect(help.said).toContain('Ends with 0 when it is whole');
    expect((await run(['ledger:export', '-h'], { house: false, locale: 'fr_FR.UTF-8' })).said).toContain(
      'gardez-le ailleurs',
    );
  });

  it('prove the ledger from the house, from an export alone, and against an earlier one', async () => {
    expect(await run(['ledger:verify'])).toMatchObject({ code: 0 });
    const alone = await run(['ledger:verify', '--file', exported], { house: false });
    expect(alone.code).toBe(0);
    expect(alone.said).toContain('The ledger is whole: 3 entries');
    expect(await run(['ledger:verify', '--against', exported])).toMatchObject({ code: 0 });
  });

  it('by the rule of docs/ledger.md, which a stranger can follow with SHA-256 and nothing of ours', () => {
    const [first = '', ...lines] = readFileSync(exported, 'utf8').trimEnd().split('\n');
    let before = '0'.repeat(64);
    for (const line of lines) {
      // The field hash stands between "form" and "kind": fields are in the order of the alphabet.
      const hash = /,"hash":"([0-9a-f]{64})"/.exec(line)?.[1];
      expect(line).toContain(`"before":"${before}"`);
      expect(
        createHash('sha256')
          .update(line.replace(`,"hash":"${hash}"`, ''))
          .digest('hex'),
      ).toBe(hash);
      before = hash ?? '';
    }
    expect(lines).toHaveLength(3);
    expect(first).toContain(`"hash":"${before}"`);
  });

  it('end with 1 and name the place when a document was written over', async () => {
    const [entry] = await ledgerEntries(db()).find({ n: 2 }).toArray();
    if (!entry) throw new Error('there is no second entry');
    await ledgerEntries(db()).updateOne({ _id: entry._id }, { $set: { 'body.amount.amount': 1 } });
    try {
      const { code, said } = await run(['ledger:verify', '--against', exported]);
      expect(code).toBe(1);
      expect(said).toContain(`${entry.number}: its content is not what was sealed.`);
      expect(said).toContain(`${entry.number}: the payment of the order is not what was entered.`);
    } finally {
      await ledgerEntries(db()).replaceOne({ _id: entry._id }, entry);
    }
    await ledgerEntries(db()).deleteOne({ _id: entry._id });
    try {
      const { code, said } = await run(['ledger:verify', '--against', exported]);
      expect(code).toBe(1);
      expect(said).toContain(`${entry.number}: this number is missing.`);
      expect(said).toContain(`${entry.number}: the earlier export has this entry, and it is gone.`);
    } finally {
      await ledgerEntries(db()).insertOne(entry);
    }
  });

  it('end with 2 where there is nothing to look at, and never replace a file', async () => {
    expect(await run(['ledger:verify', '--file', join(folder, 'nowhere')], { house: false })).toMatchObject({
      code: 2,
    });
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'Bonjour\n');
    const refused = await run(['ledger:verify', '--file', other], { house: false });
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('is not an export of a ledger');
    expect(await run(['ledger:verify', '--flie', exported], { house: false })).toMatchObject({ code: 2 });
    expect((await run(['ledger:export', other])).said).toContain('is there already');
    expect(readFileSync(other, 'utf8')).toBe('Bonjour\n');
  });

  it('ask for the house to be opened once where it is of an older version', async () => {
    const records = db().db.collection<{ _id: number; finishedAt: Date }>('migrations');
    const last = await records.findOneAndDelete({ _id: ALL_MIGRATIONS.length });
    const { code, said } = await run(['ledger:verify']);
    if (last) await records.insertOne(last);
    expect(code).toBe(2);
    expect(said).toContain('Start it once with npm start');
  });
});
