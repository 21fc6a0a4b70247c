import { readFile as readBytes } from 'node:fs/promises';
import { ObjectId } from 'mongodb';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/files/[id]/route';
import { attachFiles } from '@/lib/files/attach-files';
import { maySend } from '@/lib/files/rules';
import type { FileTarget } from '@/lib/files/schemas';
import { FILE_TARGETS } from '@/lib/files/words';
import { type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let other: Person;
let owner: Person;
let client: Person;
let stranger: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  other = await person(db(), 'couturier');
  owner = await person(db(), 'owner');
  client = await person(db(), 'client');
  stranger = await person(db(), 'client');
});

async function read(who: Person | undefined, id: string, query = '', headers: Record<string, string> = {}) {
  const request = new Request(`http://maison.test/api/files/${id}${query}`, {
    headers: { host: 'maison.test', ...(who ? { cookie: who.cookie } : {}), ...headers },
  });
  return GET(request, { params: Promise.resolve({ id }) });
}

/** Who gets the file: the status each of them sees. */
const seenBy = async (id: string) => ({
  couturier: (await read(couturier, id)).status,
  other: (await read(other, id)).status,
  owner: (await read(owner, id)).status,
  client: (await read(client, id)).status,
  stranger: (await read(stranger, id)).status,
  visitor: (await read(undefined, id)).status,
});

async function attached(kind: FileTarget, collection: string, fields: Record<string, unknown>) {
  const { body } = await upload(client, maySend(client.actor, kind) ? kind : 'order', await picture());
  const target = new ObjectId();
  await db()
    .db.collection(collection)
    .insertOne({ _id: target, ...fields });
  await attachFiles(db(), client.actor, [new ObjectId(body.id)], { kind, id: target });
  return { id: body.id, target };
}

describe('an upload', () => {
  it('is answered with what it really is, turned upright and without its metadata', async () => {
    const photo = await sharp(await picture(60, 90))
      .withExif({ IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { status, body } = await upload(client, 'order', photo, 'C:\\photos\\robe\u202egnp.png');
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'robegnp.jpg', mime: 'image/jpeg', width: 90, height: 60 });
    expect(body.placeholder).toMatch(/^data:image\/webp;base64,/);
    const response = await read(client, body.id);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.byteLength).toBe(body.size);
    const metadata = await sharp(bytes).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'page.html'],
    ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'croquis.svg'],
    ['markup said to be text', 'bonjour <img src=x onerror=alert(1)>', 'note.txt'],
    ['nothing', '', 'vide.txt'],
  ])('of %s is refused with 415, which names what is taken', async (_kind, content, name) => {
    const { status, body } = await upload(client, 'message', Buffer.from(content), name);
    expect([status, body.code]).toEqual([415, 'file_type_refused']);
    expect(body.detail).toContain('JPEG, PNG, WEBP, AVIF, GIF, HEIC, PDF, DOCX');
  });

  it('of a broken picture says that it is broken', async () => {
    const whole = await picture(300, 300);
    for (const bytes of [
      Buffer.from('\u00ff\u00d8\u00ff\u00e0broken', 'latin1'),
      whole.subarray(0, whole.length - 2),
    ]) {
      const { status, body } = await upload(client, 'message', bytes, 'photo.jpg');
      expect([status, body.code]).toEqual([415, 'file_broken']);
    }
  });

  it.each(['BM 12, reprendre', 'ID3 et GIF', 'MZ', '%PDF est un format', 'GIF89a est un autre'])(
    'of words stays words, whatever they begin with: %s',
    async (words) => {
      const { status, body } = await upload(client, 'message', Buffer.from(words), 'notes.txt');
      expect([status, body.name, body.mime]).toEqual([201, 'notes.txt', 'text/plain']);
    },
  );

  it('of a document is kept as it came, and always downloaded', async () => {
    const { body } = await upload(client, 'message', Buffer.from('Épaule : reprendre 1 cm\n'), 'notes été.txt');
    const response = await read(client, body.id);
    expect(await response.text()).toBe('Épaule : reprendre 1 cm\n');
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''notes%20%C3%A9t%C3%A9.txt");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is measured while it arrives: 413 past the limit', async () => {
    const { status, body } = await upload(client, 'message', new Uint8Array(41 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, 'file_too_large']);
  });

  it('needs a known purpose, no unknown field, a form and somebody signed in', async () => {
    expect((await upload(client, 'wallpaper', await picture())).status).toBe(400);
    expect((await upload(client, 'order', await picture(), 'a.jpg', { public: '1' })).status).toBe(400);
    expect((await upload(undefined, 'order', await picture())).status).toBe(401);
    expect((await upload(couturier, 'model', Buffer.from('du texte'))).status).toBe(415);
  });
});

describe('who sends for what', () => {
  const refusal = [403, 'forbidden'];
  const expected = (answer: unknown) => ({
    message: answer,
    order: answer,
    measurement: answer,
    model: answer,
    avatar: answer,
    task: answer,
  });
  const taken = expected([201, undefined]);
  const table: [string, () => Person | undefined, typeof taken][] = [
    ['a visitor', () => undefined, expected([401, 'unauthenticated'])],
    ['a client', () => client, { ...taken, model: refusal, avatar: refusal, task: refusal }],
    ['a couturier', () => couturier, taken],
    ['the owner', () => owner, taken],
  ];
  it.each(table)('%s', async (_who, who, answers) => {
    const found: Record<string, unknown> = {};
    for (const purpose of FILE_TARGETS) {
      const { status, body } = await upload(who(), purpose, await picture());
      found[purpose] = [status, body.code];
    }
    expect(found).toEqual(answers);
  });
});

describe('what a file may serve', () => {
  it.each(FILE_TARGETS)('%s: only what may be sent for it, whatever the file was sent for', async (kind) => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const video = await readBytes('tests/integration/files/fixtures/video.mp4');
    const voice = await readBytes('tests/integration/files/fixtures/voice.webm');
    const sent = {
      picture: await upload(couturier, 'message', await picture()),
      pdf: await upload(couturier, 'message', pdf, 'a.pdf'),
      video: await upload(couturier, 'message', video, 'a.mp4', { video: '{"milliseconds":2000}' }, await picture()),
      voice: await upload(couturier, 'message', voice, 'a.webm', { voice: '{"milliseconds":2000,"peaks":[1]}' }),
    };
    const found: Record<string, string> = {};
    for (const [what, { status, body }] of Object.entries(sent)) {
      expect([what, status]).toEqual([what, 201]);
      const to = { kind, id: new ObjectId() };
      found[what] = await attachFiles(db(), couturier.actor, [new ObjectId(body.id)], to).then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      );
    }
    expect(found).toEqual({
      picture: 'taken',
      pdf: ['model', 'avatar'].includes(kind) ? 'file_type_refused' : 'taken',
      video: kind === 'message' ? 'taken' : 'file_type_refused',
      voice: kind === 'message' ? 'taken' : 'file_type_refused',
    });
  });
});

describe('a file', () => {
  it('that serves nothing yet is its owner’s alone', async () => {
    const { body } = await upload(client, 'message', await picture());
    expect(await seenBy(body.id)).toEqual({
      couturier: 404,
      other: 404,
      owner: 404,
      client: 200,
      stranger: 404,
      visitor: 404,
    });
  });

  it('of an order is seen by its client and the staff', async () => {
    const { id } = await attached('order', 'orders', { clientId: client.actor.clientId });
    expect(await seenBy(id)).toEqual({
      couturier: 200,
      other: 200,
      owner: 200,
      client: 200,
      stranger: 404,
      visitor: 404,
    });
  });

  it('of a message is seen by the two people of the conversation, and not by the owner of the house', async () => {
    const conversationId = new ObjectId();
    await db()
      .db.collection('conversations')
      .insertOne({ _id: conversationId, clientId: client.actor.clientId, couturierId: couturier.actor.id });
    const { id } = await attached('message', 'messages', { conversationId, seq: 1 });
    expect(await seenBy(id)).toEqual({
      couturier: 200,
      other: 404,
      owner: 404,
      client: 200,
      stranger: 404,
      visitor: 404,
    });
  });

  it('of a model is public once the model is published, and only then', async () => {
    const { id, target } = await attached('model', 'models', {
      slug: `m-${new ObjectId().toHexString()}`,
      status: 'draft',
    });
    const draft = { couturier: 200, other: 200, owner: 200, client: 404, stranger: 404, visitor: 404 };
    expect(await seenBy(id)).toEqual(draft);
    await db()
      .db.collection('models')
      .updateOne({ _id: target }, { $set: { status: 'published' } });
    const response = await read(undefined, id);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('public');
    await db()
      .db.collection('models')
      .updateOne({ _id: target }, { $set: { status: 'archived' } });
    expect(await seenBy(id)).toEqual(draft);
    await db()
      .db.collection('orders')
      .insertOne({ number: `M-${target.toHexString()}`, modelId: target, clientId: client.actor.clientId });
    expect((await seenBy(id)).client).toBe(200);
  });

  it('comes smaller when asked, is made once, and is not sent again to who has it', async () => {
    const { body } = await upload(client, 'order', await picture(800, 1200));
    const first = await read(client, body.id, '?w=320', { accept: 'image/avif,image/webp,*/*' });
    expect(first.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(Buffer.from(await first.arrayBuffer())).metadata()).toMatchObject({ width: 320, height: 480 });
    await (await read(client, body.id, '?w=320', { accept: 'image/webp' })).arrayBuffer();
    expect(
      await db()
        .db.collection('uploads.files')
        .countDocuments({ 'metadata.copyOf': new ObjectId(body.id) }),
    ).toBe(1);
    const etag = first.headers.get('etag') ?? '';
    expect((await read(client, body.id, '?w=320', { 'if-none-match': etag, accept: 'image/webp' })).status).toBe(304);
    expect((await read(client, body.id, '?w=320', { accept: 'image/jpeg' })).headers.get('content-type')).toBe(
      'image/jpeg',
    );
    expect((await read(client, body.id, '?w=123')).status).toBe(400);
    expect((await read(client, 'not-an-id')).status).toBe(404);
  });

  it('serves one thing, and only its owner gives it', async () => {
    const { body } = await upload(client, 'order', await picture());
    const id = new ObjectId(body.id);
    const order = { kind: 'order', id: new ObjectId() } as const;
    await expect(attachFiles(db(), stranger.actor, [id], order)).rejects.toMatchObject({ code: 'not_found' });
    await attachFiles(db(), client.actor, [id, id], order);
    await expect(attachFiles(db(), client.actor, [id], order)).resolves.toHaveLength(1);
    const elsewhere = { kind: 'message', id: new ObjectId() } as const;
    await expect(attachFiles(db(), client.actor, [id], elsewhere)).rejects.toMatchObject({ code: 'not_found' });
  });
});
