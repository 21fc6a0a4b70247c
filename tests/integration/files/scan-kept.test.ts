import sharp from 'sharp';
import { beforeAll, beforeEach, afterAll, describe, expect, it } from 'vitest';
import * as messagesRoute from '@/app/api/conversations/[id]/messages/route';
import * as forward from '@/app/api/conversations/[id]/messages/[messageId]/forward/route';
import * as file from '@/app/api/files/[id]/route';
import * as ownExport from '@/app/api/me/export/route';
import { acts } from '@/lib/audit/documents';
import { accounts } from '@/lib/auth/documents';
import { startConversation } from '@/lib/chat/start-conversation';
import { toId } from '@/lib/db/ids';
import { env } from '@/lib/env';
import { files, uploads } from '@/lib/files/documents';
import { scanKept } from '@/lib/files/scan/scan-kept';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { openClamd } from '../../support/clamd';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed } from '../orders/setup';

const db = setUpDatabase();
let client: Person;
let clamd: Awaited<ReturnType<typeof openClamd>>;
const settings = env() as { CLAMD_URL?: string; CLAMD_TIMEOUT_MS: number };
const MINUTES = (count: number) => new Date(Date.now() + count * 60_000);

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  clamd = await openClamd();
});
beforeEach(async () => {
  await files(db()).deleteMany({});
  delete settings.CLAMD_URL;
  settings.CLAMD_TIMEOUT_MS = 10_000;
  clamd.behave('scans');
  clamd.scanned.length = 0;
});
afterAll(async () => {
  delete settings.CLAMD_URL;
  await clamd.close();
});

const words = (n: number) => Buffer.from(`Note ${n}\n`);
const kept = async (bytes: Buffer, name = 'note.txt', who = client) =>
  (await upload(who, 'message', bytes, name)).body.id;
const see = (who: Person | undefined, id: string, query: Record<string, string> = {}) =>
  callRaw(file.GET, { who, params: { id }, query });
const findFile = (id: string) => files(db()).findOne({ _id: toId(id) });

describe('files that were kept before there was a scanner', () => {
  it('stay as they are without one', async () => {
    const id = await kept(clamd.virus);
    expect(await scanKept(db())).toBe(0);
    expect(await findFile(id)).not.toHaveProperty('scanTriedAt');
    expect((await see(client, id)).status).toBe(200);
  });

  it('are each looked into once, some at a time', async () => {
    for (let n = 0; n < 23; n += 1) await kept(words(n));
    settings.CLAMD_URL = clamd.url;
    expect([await scanKept(db()), await scanKept(db()), await scanKept(db())]).toEqual([20, 3, 0]);
    expect(clamd.scanned.map(String).sort()).toEqual(Array.from({ length: 23 }, (_, n) => String(words(n))).sort());
    expect(await files(db()).countDocuments({ scannedAt: { $exists: true }, scanTriedAt: { $exists: false } })).toBe(
      23,
    );
  });

  it('are no more than some megabytes at a time', async () => {
    for (let n = 0; n < 5; n += 1) await kept(Buffer.alloc(8 * 1024 * 1024, `${n}`));
    settings.CLAMD_URL = clamd.url;
    expect([await scanKept(db()), await scanKept(db())]).toEqual([4, 1]);
  });

  it('that came while there was one are not looked into again', async () => {
    settings.CLAMD_URL = clamd.url;
    await kept(words(1));
    expect((await upload(client, 'order', await picture())).status).toBe(201);
    clamd.scanned.length = 0;
    expect(await scanKept(db())).toBe(0);
    expect(clamd.scanned).toEqual([]);
  });

  it('a picture says in its own place that it is set aside, in the language of the page that shows it', async () => {
    const stranger = await person(db(), 'client');
    const id = await kept(await picture(), 'robe.jpg');
    settings.CLAMD_URL = clamd.url;
    await files(db()).updateOne({ _id: toId(id) }, { $set: { infected: 'Eicar', scannedAt: new Date() } });
    const shown = (who: Person, from: string, accept = 'image/avif,image/webp,image/*,*/*;q=0.8') =>
      callRaw(file.GET, {
        who,
        params: { id },
        query: { w: '320' },
        headers: { accept, referer: `http://maison.test${from}`, 'accept-language': 'de, en' },
      });
    for (const [from, words] of [
      ['/en/account/orders/1', 'Malicious software was found in it.'],
      ['/fr', 'Un logiciel malveillant y a été trouvé.'],
      ['/', 'Un logiciel malveillant y a été trouvé.'],
    ] as const) {
      const answer = await shown(client, from);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([410, 'image/svg+xml; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const drawing = await answer.text();
      expect(drawing).toContain(words);
      // As a picture it is read strictly.
      expect((await sharp(Buffer.from(drawing.replace(/100%/g, '300'))).metadata()).format).toBe('svg');
    }
    expect((await shown(stranger, '/fr')).headers.get('content-type')).toContain('problem+json');
    expect((await shown(client, '/fr', 'text/html')).headers.get('content-type')).toContain('problem+json');
  });

  it('that are infected are given to nobody, and whoever may see them is told why', async () => {
    const stranger = await person(db(), 'client');
    const id = await kept(clamd.virus, 'facture.txt');
    settings.CLAMD_URL = clamd.url;
    expect(await scanKept(db())).toBe(1);
    const answer = await see(client, id);
    const body = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, body.code]).toEqual([410, 'file_quarantined']);
    expect(body.detail).toContain('mis à l’écart');
    expect((await see(stranger, id)).status, 'of others’ files nothing is said').toBe(404);
    expect((await see(undefined, id)).status).toBe(404);
    expect(await findFile(id)).toMatchObject({ infected: 'Eicar-Test-Signature' });
    const zip = Buffer.from(await (await callRaw(ownExport.GET, { who: client })).arrayBuffer());
    expect(zip.includes(`${id}-facture.txt`)).toBe(false);
    expect(await scanKept(db())).toBe(0);
  });

  it('stand in the owner’s journal, once, as what the program did', async () => {
    await acts(db()).deleteMany({});
    const id = await kept(clamd.virus);
    settings.CLAMD_URL = clamd.url;
    await Promise.all([scanKept(db()), scanKept(db())]);
    // As after a kill between the scan and the next round.
    await files(db()).updateOne({ _id: toId(id) }, { $unset: { scannedAt: '' }, $set: { scanTriedAt: MINUTES(-20) } });
    await scanKept(db());
    const lines = await acts(db()).find({ kind: 'fileQuarantined' }).toArray();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      of: { kind: 'account', subjectId: client.actor.id },
      detail: { number: 'Eicar-Test-Signature' },
      notice: 'infected',
    });
    expect(lines[0]?.by).toBeUndefined();
  });

  it('that are infected are neither shown smaller, nor put with an order, nor frozen', async () => {
    const couturier = await person(db(), 'couturier');
    await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
    const order = await confirmed(client, couturier);
    const { conversation } = await startConversation(db(), client.actor, {
      couturierId: couturier.actor.id.toHexString(),
    });
    const id = (await upload(client, 'message', await picture())).body.id;
    expect((await see(client, id, { w: '320' })).status).toBe(200);
    const message = await call<{ id: string }>(messagesRoute.POST, {
      who: client,
      params: { id: conversation.id },
      body: { clientMessageId: 'one', type: 'image', content: '', attachmentIds: [id] },
    });
    // The bytes as they might have been kept by an older version, which made nothing anew.
    await uploads(db()).delete(toId(id));
    await new Promise<void>((resolve, reject) =>
      uploads(db())
        .openUploadStreamWithId(toId(id), 'photo.jpg')
        .once('error', reject)
        .once('finish', () => resolve())
        .end(clamd.virus),
    );
    settings.CLAMD_URL = clamd.url;
    await scanKept(db());
    for (const query of [{}, { w: '320' }] as Record<string, string>[])
      expect((await see(couturier, id, query)).status).toBe(410);
    const put = await call(forward.POST, {
      who: client,
      params: { id: conversation.id, messageId: message.body.id },
      body: { orderId: order.id },
    });
    expect([put.status, put.body['code']]).toEqual([410, 'file_quarantined']);
  });

  it.each(['silent', 'hangsUp', 'errs', 'small'] as const)(
    'without a verdict wait for another round, and hold up no others (clamd: %s)',
    async (manner) => {
      const [large, small] = [await kept(Buffer.alloc(2 * 1024 * 1024, 'a')), await kept(words(1))];
      settings.CLAMD_URL = clamd.url;
      settings.CLAMD_TIMEOUT_MS = 300;
      clamd.behave(manner);
      expect(await scanKept(db())).toBe(0);
      expect((await see(client, large)).status, 'nothing is taken from anybody for that').toBe(200);
      clamd.behave('scans');
      settings.CLAMD_TIMEOUT_MS = 10_000;
      expect(await scanKept(db()), 'the other one’s turn').toBe(1);
      expect(await findFile(small)).toHaveProperty('scannedAt');
      expect(await scanKept(db()), 'not at once again').toBe(0);
      expect(await scanKept(db(), MINUTES(11))).toBe(1);
    },
  );

  it('whose bytes are gone hold up no others', async () => {
    const [gone, there] = [await kept(words(1)), await kept(words(2))];
    await uploads(db()).delete(toId(gone));
    settings.CLAMD_URL = clamd.url;
    expect([await scanKept(db()), await scanKept(db())]).toEqual([0, 1]);
    expect(await findFile(there)).toHaveProperty('scannedAt');
  });

  it('are found along an index, whatever there is', async () => {
    const plan = await files(db())
      .find({ scannedAt: { $eq: null as unknown as undefined } })
      .sort({ scanTriedAt: 1 })
      .explain();
    const text = JSON.stringify(plan);
    expect(text).toContain('IXSCAN');
    expect(text).not.toMatch(/COLLSCAN|"SORT"/);
  });
});
