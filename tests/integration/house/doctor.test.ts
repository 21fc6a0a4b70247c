import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import webPush from 'web-push';
import { acts } from '@/lib/audit/documents';
import { fileNameOf } from '@/lib/backup/rules';
import { daysLater } from '@/lib/calendar';
import { parseEnv } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/config';
import { files } from '@/lib/files/documents';
import { translator } from '@/lib/i18n/translate';
import { prepareDatabase } from '@/lib/start/prepare-database';
import { examine } from '@/scripts/commands/doctor';
import type { Finding, Organ } from '@/scripts/doctor/finding';
import { openClamd } from '../../support/clamd';
import { setUpSidecar } from '../../support/sidecar';
import { SECRET } from '../../support/wire';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const sidecar = setUpSidecar(db);
const dataDir = mkdtempSync(join(tmpdir(), 'fashionflow-doctor-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeAll(() => prepareDatabase(db()));

/** Everything it finds, with what the environment says beside the database. */
async function found(env: Record<string, string> = {}): Promise<Record<Organ, Finding>> {
  const settings = parseEnv({
    MONGODB_URI: inject('mongoUri'),
    MONGODB_DB: db().db.databaseName,
    DATA_DIR: dataDir,
    AUTH_SECRET: SECRET,
    REALTIME_PORT: '1',
    ...env,
  });
  const findings = await examine({ settings, dataDir });
  for (const { found: name, values, organ } of findings)
    for (const locale of LOCALES) {
      const t = translator(locale, 'commands');
      // Every sentence is there in both languages, with nothing left to fill in.
      expect(`${t(`doctor.organs.${organ}`)}: ${t(`doctor.found.${name}`, values)}`).not.toMatch(/[{}]|doctor\./);
    }
  return Object.fromEntries(findings.map((finding) => [finding.organ, finding])) as Record<Organ, Finding>;
}

describe('the doctor', { timeout: 60_000 }, () => {
  it('finds a house that is well, and what is not there', async () => {
    const { port } = await sidecar();
    const all = await found({ REALTIME_PORT: String(port) });
    const states = Object.fromEntries(Object.entries(all).map(([organ, { state }]) => [organ, state]));
    expect(states).toEqual({
      database: 'well',
      data: 'well',
      disk: 'well',
      rights: 'well',
      clock: 'well',
      socket: 'well',
      backups: 'off',
      mail: 'off',
      push: 'off',
      scanner: 'off',
      files: 'off',
      address: 'off',
    });
  });

  it('a conversation server with another key answers, and does not know the tickets', async () => {
    const { port } = await sidecar();
    const foreign = { REALTIME_PORT: String(port), AUTH_SECRET: 'another-root-altogether-of-32-letters' };
    expect((await found(foreign)).socket).toMatchObject({ state: 'ill', found: 'socketForeign' });
    expect((await found()).socket).toMatchObject({ state: 'ill', found: 'socketAway' });
  });

  it('data of a newer house, half a house, a clock that went back', async () => {
    const migrations = db().db.collection<{ _id: number }>('migrations');
    await migrations.insertOne({ _id: 9999 });
    expect((await found()).data).toMatchObject({ state: 'ill', found: 'dataNewer' });
    await migrations.deleteOne({ _id: 9999 });
    await db().db.collection<{ _id: string }>('restoreState').insertOne({ _id: 'restore' });
    expect((await found()).data).toMatchObject({ state: 'ill', found: 'dataHalf' });
    await db().db.collection('restoreState').drop();
    const { insertedId } = await acts(db()).insertOne({ at: daysLater(new Date(), 1) } as never);
    expect((await found()).clock).toMatchObject({ state: 'ill', found: 'clockBack' });
    await acts(db()).deleteOne({ _id: insertedId });
  });

  it('push keys that are no pair, a mail server that is away, an address nobody answers at', async () => {
    const [one, other] = [webPush.generateVAPIDKeys(), webPush.generateVAPIDKeys()];
    const pair = { VAPID_PUBLIC_KEY: one.publicKey, VAPID_PRIVATE_KEY: one.privateKey };
    expect((await found(pair)).push).toMatchObject({ state: 'well', found: 'pushPair' });
    const all = await found({
      ...pair,
      VAPID_PRIVATE_KEY: other.privateKey,
      SMTP_URL: 'smtp://127.0.0.1:1',
      APP_URL: 'https://127.0.0.1:1',
    });
    expect(all.push).toMatchObject({ state: 'ill', found: 'pushOdd' });
    expect(all.mail).toMatchObject({ state: 'ill', found: 'mailRefused' });
    expect(all.address).toMatchObject({ state: 'ill', found: 'addressAway' });
  });

  it('a file scanner that is well, that knows nothing, that takes too little, that is away', async () => {
    const clamd = await openClamd();
    const scanner = async () => (await found({ CLAMD_URL: clamd.url, MAX_UPLOAD_BYTES: '3000000' })).scanner;
    expect(await scanner()).toMatchObject({ state: 'well', found: 'scannerWell', values: { version: 'ClamAV 1.4.3' } });
    const { insertedIds } = await files(db()).insertMany([
      { mime: 'text/plain' },
      { scannedAt: new Date() },
      { scannedAt: new Date(), infected: 'Eicar' },
    ] as never);
    const values = { waiting: 1, infected: 1 };
    expect((await found()).files).toMatchObject({ state: 'off', found: 'filesUnseen', values });
    expect((await found({ CLAMD_URL: clamd.url })).files).toMatchObject({
      state: 'well',
      found: 'filesScanned',
      values,
    });
    await files(db()).deleteMany({ _id: { $in: Object.values(insertedIds) } });
    clamd.behave('blind');
    expect(await scanner()).toMatchObject({ state: 'ill', found: 'scannerBlind' });
    clamd.behave('small');
    expect(await scanner()).toMatchObject({ state: 'ill', found: 'scannerSmall' });
    await clamd.close();
    expect(await scanner()).toMatchObject({ state: 'ill', found: 'scannerAway' });
  });

  it('backups that stopped, and a key others can read', async () => {
    const folder = join(dataDir, 'backups');
    mkdirSync(folder);
    writeFileSync(join(folder, fileNameOf(daysLater(new Date(), -4))), '');
    expect((await found({ BACKUP_AT: '03:00' })).backups).toMatchObject({ state: 'ill', found: 'backupsLate' });
    writeFileSync(join(folder, fileNameOf(new Date())), '');
    expect((await found({ BACKUP_AT: '03:00' })).backups).toMatchObject({ state: 'well', found: 'backupsKept' });
    writeFileSync(join(dataDir, 'auth-secret'), 'x');
    chmodSync(join(dataDir, 'auth-secret'), 0o644);
    expect((await found()).rights).toMatchObject({ state: 'ill', found: 'folderOpen' });
  });

  it('a database that is away is one finding, and the rest is looked at', async () => {
    const all = await found({ MONGODB_URI: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300' });
    expect(all.database).toMatchObject({ state: 'ill' });
    expect(all.disk).toMatchObject({ state: 'well' });
    expect(all.push).toMatchObject({ state: 'off' });
  });
});
