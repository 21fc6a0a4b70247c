import { readFile } from 'node:fs/promises';
import { ObjectId } from 'mongodb';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/files/[id]/route';
import type { ClientActor } from '@/lib/actor';
import { accounts } from '@/lib/auth/documents';
import { takeBackMessage } from '@/lib/chat/amend-message';
import { listConversationFiles } from '@/lib/chat/list-files';
import { listMessages } from '@/lib/chat/list-messages';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { storedBytes } from '@/lib/files/documents';
import { VIDEO_MS } from '@/lib/files/words';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { erasePerson } from '@/lib/people/erase-person';
import { exportOwnData } from '@/lib/people/export-own-data';
import { type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;
let couturier: Person;
let stranger: Person;
let id: string;
/** A little over two seconds, as Chromium records them. */
let mp4: Buffer;
let webm: Buffer;

const sendVideo = async (bytes: Uint8Array, extra: Record<string, string> = {}, who = client, poster?: Buffer) =>
  upload(who, 'message', bytes, 'essayage.mp4', extra, poster);
let count = 0;
const say = (fileId: string, content = '', who = client, talk = id) =>
  sendMessage(db(), who.actor, talk, {
    clientMessageId: `video-${(count += 1)}`,
    type: 'file',
    content,
    attachmentIds: [fileId],
  });
const read = (who: Person, file: string, query = '', headers: Record<string, string> = {}) =>
  GET(
    new Request(`http://maison.test/api/files/${file}${query}`, {
      headers: { host: 'maison.test', cookie: who.cookie, ...headers },
    }),
    { params: Promise.resolve({ id: file }) },
  );

beforeAll(async () => {
  serveFrom(db());
  [client, couturier, stranger] = await Promise.all([
    person(db(), 'client'),
    person(db(), 'couturier'),
    person(db(), 'client'),
  ]);
  mp4 = await readFile('tests/integration/files/fixtures/video.mp4');
  webm = await readFile('tests/integration/files/fixtures/video.webm');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const couturierId = couturier.actor.id.toHexString();
  id = (await startConversation(db(), client.actor, { couturierId })).conversation.id;
});

describe('a video that is sent', () => {
  it('is kept with its length and a picture of it, found in its bytes in all three containers', async () => {
    const mov = Buffer.from(mp4);
    mov.write('qt  ', 8, 'latin1');
    for (const [bytes, mime, milliseconds] of [
      [mp4, 'video/mp4', 2_277],
      [mov, 'video/quicktime', 2_277],
      [webm, 'video/webm', 2_250],
    ] as const) {
      const { status, body } = await sendVideo(bytes, {}, client, await picture(144, 192));
      expect([status, body.mime, body.video], mime).toEqual([201, mime, { milliseconds }]);
      expect([body.width, body.height]).toEqual([144, 192]);
      expect(body.placeholder).toMatch(/^data:image\/webp/);
    }
  });

  it('is refused where the house would not know what to do with it, with what it takes', async () => {
    const { body: elsewhere } = await upload(client, 'order', mp4, 'essayage.mp4');
    expect(elsewhere.code).toBe('file_type_refused');
    expect(elsewhere.detail).not.toMatch(/MP4/);
    const sound = Buffer.from(mp4);
    sound.write('soun', sound.indexOf('vide'), 'latin1');
    const refused = (await sendVideo(sound)).body;
    expect([refused.code, refused.detail]).toEqual(['file_type_refused', expect.stringMatching(/MP4, MOV, WebM/)]);
    const { body: short } = await sendVideo(mp4.subarray(0, 60));
    expect(short.code).toBe('file_type_refused');
  });

  it('is refused where it plays for too long, whatever its sender counted', async () => {
    const long = Buffer.from(mp4);
    const at = long.indexOf('mvhd') + 4;
    const version = long[at];
    long.writeUInt32BE(1, at + (version === 1 ? 20 : 12));
    if (version === 1) long.writeBigUInt64BE(90n, at + 24);
    else long.writeUInt32BE(90, at + 16);
    const { status, body } = await sendVideo(long, { video: JSON.stringify({ milliseconds: 2_000 }) });
    expect([status, body.code]).toEqual([413, 'video_too_long']);
    expect(body.detail).toMatch(/60/);
  });

  it('has the length that its sender counted where its bytes tell none', async () => {
    const silent = Buffer.from(webm);
    // The length of a recording that was never finished is not written.
    silent[silent.indexOf(Buffer.from([0x44, 0x89])) + 1] = 0x88;
    expect((await sendVideo(silent)).body.code).toBe('file_broken');
    const counted = (milliseconds: number) => sendVideo(silent, { video: JSON.stringify({ milliseconds }) });
    expect((await counted(2_300)).body.video).toEqual({ milliseconds: 2_300 });
    expect((await counted(VIDEO_MS + 1_001)).body.code).toBe('video_too_long');
    for (const wrong of ['{', '"2"', '{"milliseconds":0}', '{"milliseconds":1.5}', '{"milliseconds":2,"name":"x"}'])
      expect((await sendVideo(silent, { video: wrong })).body.code, wrong).toBe('invalid_request');
  });

  it('does without a picture where its sender made none, or none that is one', async () => {
    for (const poster of [undefined, Buffer.from('<svg/>')]) {
      const { status, body } = await sendVideo(mp4, {}, client, poster);
      expect([status, body.width]).toEqual([201, undefined]);
    }
    const { status, body } = await sendVideo(mp4, {}, client, Buffer.alloc(3 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, 'file_too_large']);
  });

  it('says nothing of where it was taken', async () => {
    const place = '+48.8566+002.3522/';
    const udta = Buffer.alloc(8 + 8 + place.length);
    udta.writeUInt32BE(udta.length, 0);
    udta.write('udta', 4, 'latin1');
    udta.writeUInt32BE(udta.length - 8, 8);
    udta.write(`\xa9xyz${place}`, 12, 'latin1');
    const moov = mp4.indexOf('moov') - 4;
    const size = mp4.readUInt32BE(moov);
    const told = Buffer.concat([mp4.subarray(0, moov + size), udta, mp4.subarray(moov + size)]);
    told.writeUInt32BE(size + udta.length, moov);
    const { body } = await sendVideo(told);
    const kept = Buffer.from(await (await read(client, body.id)).arrayBuffer());
    expect(kept.length).toBe(told.length);
    expect(kept.includes(place)).toBe(false);
  });
});

describe('a video in a conversation', () => {
  it('is read by its two people, in parts, with its picture in the widths of pictures', async () => {
    const { body } = await sendVideo(mp4, {}, client, await picture(600, 800));
    await say(body.id, 'Le biais tombe mal.');
    const { items } = await listMessages(db(), couturier.actor, id, { limit: 1 });
    expect(items[0]?.attachments[0]).toMatchObject({ id: body.id, video: { milliseconds: 2_277 }, width: 600 });
    const part = await read(couturier, body.id, '', { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${mp4.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(mp4.subarray(100, 200))).toBe(true);
    expect((await read(couturier, body.id, '', { range: `bytes=${mp4.length}-` })).status).toBe(416);
    expect((await read(couturier, body.id, '', { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    const shown = await read(couturier, body.id, '?w=320', { accept: 'image/webp' });
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ width: 320 });
    for (const query of ['', '?w=320']) expect((await read(stranger, body.id, query)).status).toBe(404);
    const files = await listConversationFiles(db(), couturier.actor, id, { limit: 1 });
    expect(files.items[0]).toMatchObject({ id: body.id, video: { milliseconds: 2_277 } });
  });

  it('is called by its name in the bell', async () => {
    const { body } = await sendVideo(webm);
    await say(body.id);
    const bell = await listNotifications(db(), couturier.actor, { limit: 1, locale: 'fr' });
    expect(bell.items[0]?.text).toBe('Une vidéo');
  });

  it('goes with its picture when it is taken back, and leaves with its person', async () => {
    const own = await person(db(), 'client');
    const couturierId = couturier.actor.id.toHexString();
    const talk = (await startConversation(db(), own.actor, { couturierId })).conversation.id;
    const sent = async () => {
      const { body } = await sendVideo(mp4, {}, own, await picture());
      const { message } = await say(body.id, '', own, talk);
      return { file: body.id, message };
    };
    const back = await sent();
    await takeBackMessage(db(), own.actor, talk, back.message.id);
    for (const query of ['', '?w=320']) expect((await read(couturier, back.file, query)).status).toBe(404);
    const kept = (await sent()).file;
    await read(couturier, kept, '?w=320').then((answer) => answer.arrayBuffer());
    const archive = await new Response(await exportOwnData(db(), own.actor as ClientActor)).arrayBuffer();
    expect(Buffer.from(archive).includes(`files/${kept}-essayage.mp4`)).toBe(true);
    await erasePerson(db(), (own.actor as ClientActor).clientId);
    expect((await read(couturier, kept)).status).toBe(404);
    const left = { $or: [{ _id: new ObjectId(kept) }, { 'metadata.copyOf': new ObjectId(kept) }] };
    expect(await storedBytes(db()).countDocuments(left)).toBe(0);
  });
});
