import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as backups from '@/app/api/house/backups/route';
import * as one from '@/app/api/house/backups/[name]/route';
import { acts } from '@/lib/audit/documents';
import type { BackupsDto } from '@/lib/backup/schemas';
import { openBackup } from '@/lib/backup/open-backup';
import { call, callRaw, person, type Person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-backups-'));
process.env['BACKUP_DIR'] = join(folder, 'kept');
process.env['BACKUP_AT'] = '03:00';
let owner: Person;

beforeAll(async () => {
  process.env['MONGODB_URI'] = inject('mongoUri');
  process.env['MONGODB_DB'] = db().db.databaseName;
  serveFrom(db());
  owner = await person(db(), 'owner', 'Aïda Seck');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = async () => (await call<BackupsDto>(backups.GET, { who: owner })).body;

it('the owner makes one, sees it, and takes it away; that is in the journal', { timeout: 90_000 }, async () => {
  expect(await list()).toMatchObject({ items: [], at: '03:00', running: false, sealed: false });
  const begun = await call<BackupsDto>(backups.POST, { who: owner, method: 'POST' });
  expect(begun.status).toBe(202);
  // From the first moment on, so that whoever waits goes on asking.
  expect((await list()).running).toBe(true);
  await expect.poll(async () => (await list()).items.length, { timeout: 60_000, interval: 300 }).toBe(1);
  await expect.poll(async () => (await list()).running, { timeout: 30_000 }).toBe(false);
  const [kept] = (await list()).items;
  expect(kept).toMatchObject({ encrypted: false });
  const name = kept?.name ?? '';
  const taken = await callRaw(one.GET, { who: owner, params: { name } });
  expect(taken.status).toBe(200);
  const copy = join(folder, 'copy');
  writeFileSync(copy, Buffer.from(await taken.arrayBuffer()));
  const opened = await openBackup(copy, undefined);
  expect(opened.manifest.collections.find(({ name: collection }) => collection === 'accounts')?.documents).toBe(1);
  await opened.close();
  expect(await acts(db()).countDocuments({ kind: 'backupTaken' })).toBe(1);
});

it('nothing else of the disk can be asked for', async () => {
  writeFileSync(join(folder, 'secret'), 'x');
  for (const name of ['../secret', 'last-failure.json', '..%2Fsecret']) {
    const answer = await call(one.GET, { who: owner, params: { name } });
    expect(answer.status, name).toBe(404);
  }
});

it('is the owner’s alone', async () => {
  for (const role of ['client', 'couturier'] as const) {
    const who = await person(db(), role);
    expect((await call(backups.GET, { who })).status).toBe(403);
    expect((await call(backups.POST, { who, method: 'POST' })).status).toBe(403);
    expect((await call(one.GET, { who, params: { name: 'x' } })).status).toBe(403);
  }
  expect((await call(backups.GET)).status).toBe(401);
});
