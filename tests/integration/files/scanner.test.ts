import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { acts } from '@/lib/audit/documents';
import { env } from '@/lib/env';
import { files } from '@/lib/files/documents';
import { clamdAt } from '@/lib/files/scan/clamd';
import { type Person, person, serveFrom } from '../../support/call-route';
import { openClamd } from '../../support/clamd';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;
let clamd: Awaited<ReturnType<typeof openClamd>>;
const settings = env() as { CLAMD_URL?: string; CLAMD_TIMEOUT_MS: number };
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-clamd-'));

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  clamd = await openClamd();
});
beforeEach(() => {
  settings.CLAMD_URL = clamd.url;
  settings.CLAMD_TIMEOUT_MS = 10_000;
  clamd.behave('scans');
  clamd.scanned.length = 0;
});
afterAll(async () => {
  delete settings.CLAMD_URL;
  await clamd.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = Buffer.from('Ourlet à reprendre de deux centimètres.\n');

describe('a file that comes', () => {
  it('is looked into as it came, and then kept', async () => {
    const photo = await picture();
    expect((await upload(client, 'order', photo)).status).toBe(201);
    expect((await upload(client, 'order', words, 'note.txt')).status).toBe(201);
    expect(clamd.scanned).toEqual([photo, words]);
  });

  it('is looked into whole, however large', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024 + 17, 'a');
    expect((await upload(client, 'message', large, 'long.txt')).status).toBe(201);
    expect(clamd.scanned[0]?.equals(large)).toBe(true);
  });

  it('that is infected is refused in words, kept nowhere, and written down for the owner', async () => {
    const before = await files(db()).countDocuments();
    const { status, body } = await upload(client, 'order', clamd.virus, 'facture.txt');
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'file_infected' });
    expect(body.detail).toContain('logiciel malveillant');
    expect(await files(db()).countDocuments()).toBe(before);
    expect(await acts(db()).findOne({ kind: 'fileInfected' })).toMatchObject({
      by: { accountId: client.actor.id },
      detail: { number: 'Eicar-Test-Signature' },
      notice: 'infected',
    });
  });

  it.each(['silent', 'drips', 'hangsUp', 'errs', 'babbles', 'small'] as const)(
    'without a verdict is not kept (clamd: %s)',
    async (manner) => {
      clamd.behave(manner);
      settings.CLAMD_TIMEOUT_MS = 400;
      const before = await files(db()).countDocuments();
      const started = performance.now();
      const { status, body } = await upload(client, 'order', Buffer.alloc(2 * 1024 * 1024, 'a'), 'a.txt');
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'file_unscanned' });
      expect(body.detail).toContain('n’a donc pas été gardé');
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await files(db()).countDocuments()).toBe(before);
      await vi.waitFor(() => expect(clamd.openSockets()).toBe(0));
    },
  );

  it('is not kept either where nobody listens', async () => {
    settings.CLAMD_URL = `unix:${join(folder, 'nobody.ctl')}`;
    expect((await upload(client, 'order', words, 'note.txt')).status).toBe(503);
    const gone = await openClamd();
    settings.CLAMD_URL = gone.url;
    await gone.close();
    expect((await upload(client, 'order', words, 'note.txt')).status).toBe(503);
  });

  it('of a kind that is not taken anyway costs the scanner nothing', async () => {
    expect((await upload(client, 'order', Buffer.from('MZ\x90\x00'), 'a.exe')).status).toBe(415);
    expect(clamd.scanned).toEqual([]);
  });

  it('is kept as before where no scanner is named', async () => {
    delete settings.CLAMD_URL;
    expect((await upload(client, 'order', clamd.virus, 'note.txt')).status).toBe(201);
    expect(clamd.scanned).toEqual([]);
  });
});

it('a scanner at a socket of the machine', async () => {
  const local = await openClamd(join(folder, 'clamd ctl'));
  const scanner = clamdAt(`unix:${join(folder, 'clamd%20ctl')}`, 5_000);
  expect(await scanner.scan(words)).toEqual({ clean: true });
  expect(await scanner.scan(Buffer.alloc(0))).toEqual({ clean: true });
  expect(await scanner.scan(local.virus)).toEqual({ clean: false, found: 'Eicar-Test-Signature' });
  expect(await scanner.version()).toMatch(/^ClamAV/);
  await local.close();
});
