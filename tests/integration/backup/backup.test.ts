import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Double, Int32, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepBackup } from '@/lib/backup/keep-backup';
import { lastFailed, listKept } from '@/lib/backup/folder';
import { openBackup } from '@/lib/backup/open-backup';
import { RAW } from '@/lib/backup/raw';
import { BackupRefused, type RefusalCode } from '@/lib/backup/refusal';
import { isHalfRestored, restoreBackup } from '@/lib/backup/restore-backup';
import { writeBackup } from '@/lib/backup/write-backup';
import { type Database, inTransaction } from '@/lib/db/client';
import { uploads } from '@/lib/files/documents';
import { setUpDatabase } from '../../support/with-database';

const house = setUpDatabase();
const elsewhere = setUpDatabase();
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileAt = (name: string) => join(folder, name);
const picture = randomBytes(700_000);

/** Two purses whose sum never changes: a copy that is not of one moment shows another. */
interface Purse {
  _id: number;
  sum: number;
  lining: string;
}
const purses = (db: Database) => db.db.collection<Purse>('purses');
/** Far more than are read in one go, so that reading them takes a while. */
const PURSES = 6000;
const TOTAL = PURSES * 100;

/** Moves money, adds and takes away documents until it is told to stop. */
function keepWriting(db: Database) {
  let going = true;
  let moves = 0;
  const hand = async () => {
    while (going) {
      const [from, to] = [Math.floor(Math.random() * PURSES), Math.floor(Math.random() * PURSES)];
      await inTransaction(db, async (session) => {
        await purses(db).updateOne({ _id: from }, { $inc: { sum: -7 } }, { session });
        await purses(db).updateOne({ _id: to }, { $inc: { sum: 7 } }, { session });
      });
      const { insertedId } = await db.db.collection('comings').insertOne({ moves });
      if (moves % 2 === 0) await db.db.collection('comings').deleteOne({ _id: insertedId });
      moves += 1;
    }
  };
  const writing = Promise.all([hand(), hand(), hand()]);
  return {
    get moves() {
      return moves;
    },
    async stop() {
      going = false;
      await writing;
    },
  };
}

async function everyDocument(db: Database): Promise<string[]> {
  const names = (await db.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const lines: string[] = [];
  for (const name of names.filter((one) => !['leases', 'rateLimits'].includes(one)))
    for (const document of await db.db.collection(name).find({}, RAW).sort({ _id: 1 }).toArray())
      lines.push(`${name} ${Buffer.from(document as unknown as Uint8Array).toString('base64')}`);
  return lines;
}

async function refusal(work: Promise<unknown>): Promise<RefusalCode | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof BackupRefused) return error.code;
    throw error;
  }
}

beforeAll(async () => {
  const { db } = house();
  await purses(house()).insertMany(
    Array.from({ length: PURSES }, (_, _id) => ({ _id, sum: 100, lining: 'x'.repeat(500) })),
  );
  await db.collection('odd').insertMany([
    { whole: new Double(5), long: Long.fromNumber(5), small: new Int32(5), none: null, at: new Date(0) },
    { _id: { a: 1, b: 'é' } as never, list: [/x/i, new ObjectId(), Buffer.from([1, 2])] },
    { _id: 'a word' as never, nested: { deep: { deeper: [] } } },
  ]);
  await db.collection('accounts').insertOne({ email: 'aida@maison.example', name: 'Aïda Seck' });
  await pipeline(Readable.from(picture), uploads(house()).openUploadStream('croquis.png'));
});

describe('a backup', () => {
  it('taken while the house works is of one moment, and restores every document and file', async () => {
    const writer = keepWriting(house());
    const file = fileAt('under-writes');
    try {
      await expect.poll(() => writer.moves).toBeGreaterThan(3);
      const before = writer.moves;
      await writeBackup(house(), { file, root: 'r'.repeat(40) });
      expect(writer.moves, 'the house went on meanwhile').toBeGreaterThan(before);
    } finally {
      await writer.stop();
    }
    const restored = await restoreBackup(elsewhere(), file, undefined);
    expect(restored).toMatchObject({ files: 1, root: 'r'.repeat(40) });
    const [sum] = await purses(elsewhere())
      .aggregate<{ total: number; count: number }>([
        { $group: { _id: null, total: { $sum: '$sum' }, count: { $sum: 1 } } },
      ])
      .toArray();
    expect(sum).toMatchObject({ total: TOTAL, count: PURSES });
    const names = await elsewhere().db.collection('accounts').indexes();
    expect(names).toContainEqual(expect.objectContaining({ key: { email: 1 }, unique: true }));
    expect(await isHalfRestored(elsewhere())).toBe(false);
    const again = await uploads(elsewhere()).openDownloadStreamByName('croquis.png').toArray();
    expect(Buffer.concat(again as Buffer[]).equals(picture)).toBe(true);
    await elsewhere().db.dropDatabase();
  });

  it('of a quiet house is the house, byte by byte', async () => {
    const file = fileAt('quiet');
    await writeBackup(house(), { file });
    await restoreBackup(elsewhere(), file, undefined);
    expect(await everyDocument(elsewhere())).toEqual(await everyDocument(house()));
    await elsewhere().db.dropDatabase();
  });

  it('with a key opens with that key only, and shows nothing without it', async () => {
    const file = fileAt('sealed');
    await writeBackup(house(), { file, passphrase: 'un fil, une aiguille' });
    expect(readFileSync(file).includes('purses')).toBe(true);
    expect(readFileSync(file).includes('Aïda')).toBe(false);
    expect(await refusal(openBackup(file, undefined))).toBe('keyNeeded');
    expect(await refusal(openBackup(file, 'une aiguille, un fil'))).toBe('wrongKey');
    const opened = await openBackup(file, 'un fil, une aiguille');
    let documents = 0;
    for await (const { collection } of opened.documents()) if (!collection.startsWith('#')) documents += 1;
    await opened.close();
    expect(documents).toBe((await everyDocument(house())).length);
  });

  it.each([undefined, 'un fil, une aiguille'])('torn or altered anywhere is refused (key: %s)', async (passphrase) => {
    const file = fileAt(`whole-${passphrase?.length}`);
    await writeBackup(house(), { file, passphrase });
    const whole = readFileSync(file);
    const broken = fileAt('broken');
    for (let round = 0; round < 40; round += 1) {
      writeFileSync(broken, whole);
      truncateSync(broken, Math.floor((whole.length * round) / 40));
      expect(await refusal(openBackup(broken, passphrase)), `cut at ${round}/40`).toMatch(/^(torn|notBackup)$/);
    }
    // With a key each trial makes the key anew, which is slow on purpose.
    for (let round = 0; round < (passphrase ? 12 : 60); round += 1) {
      const bytes = Buffer.from(whole);
      const at = round % 3 === 0 ? whole.length - 1 - round : Math.floor(Math.random() * whole.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
      writeFileSync(broken, bytes);
      expect(await refusal(openBackup(broken, passphrase)), `changed at ${at}`).toBeDefined();
    }
  });

  it('never takes the place of a file, and leaves none behind where it fails', async () => {
    const file = fileAt('there');
    writeFileSync(file, 'mine');
    expect(await refusal(writeBackup(house(), { file }))).toBe('fileThere');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await refusal(writeBackup(house(), { file: fileAt('no/such/folder') }))).toBe('folderAway');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is for its owner alone', async () => {
    const file = fileAt('private');
    await writeBackup(house(), { file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a restore', () => {
  it('is refused where somebody lives, and touches nothing', async () => {
    const file = fileAt('quiet');
    await elsewhere().db.collection('accounts').insertOne({ email: 'ousmane@maison.example' });
    const before = await everyDocument(elsewhere());
    expect(await refusal(restoreBackup(elsewhere(), file, undefined))).toBe('notEmpty');
    expect(await everyDocument(elsewhere())).toEqual(before);
    await elsewhere().db.dropDatabase();
  });

  it('that was cut off is begun again', async () => {
    const file = fileAt('quiet');
    await elsewhere().db.collection<{ _id: string }>('restoreState').insertOne({ _id: 'restore' });
    await elsewhere().db.collection('accounts').insertOne({ email: 'half@maison.example' });
    await restoreBackup(elsewhere(), file, undefined);
    expect(await everyDocument(elsewhere())).toEqual(await everyDocument(house()));
    await elsewhere().db.dropDatabase();
  });

  it('of what is no backup, or of a newer house, is refused', async () => {
    writeFileSync(fileAt('words'), 'A letter to Awa, long enough to be one.');
    expect(await refusal(restoreBackup(elsewhere(), fileAt('words'), undefined))).toBe('notBackup');
    expect(await refusal(restoreBackup(elsewhere(), fileAt('nowhere'), undefined))).toBe('folderAway');
  });
});

describe("the house's own backups", () => {
  it('are kept in a folder, and a failure is noted until the next one', async () => {
    const own = join(folder, 'own');
    const keeping = { folder: own, passphrase: undefined, root: undefined };
    await keepBackup(house(), keeping);
    const [kept] = await listKept(own);
    expect(kept).toMatchObject({ files: 1, encrypted: false });
    expect(kept?.documents).toBe((await everyDocument(house())).length);
    writeFileSync(join(own, 'last-failure.json'), JSON.stringify({ at: new Date().toISOString(), code: 'diskFull' }));
    expect(await lastFailed(own)).toMatchObject({ code: 'diskFull' });
    await keepBackup(house(), keeping, new Date(Date.now() + 5_000));
    expect(await lastFailed(own)).toBeUndefined();
    expect(await listKept(own)).toHaveLength(1);
  });
});
