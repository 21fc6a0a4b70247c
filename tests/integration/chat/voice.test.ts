import { readFile } from 'node:fs/promises';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/files/[id]/route';
import type { ClientActor } from '@/lib/actor';
import { accounts } from '@/lib/auth/documents';
import { takeBackMessage } from '@/lib/chat/amend-message';
import { hearVoice } from '@/lib/chat/hear-voice';
import { listMessages } from '@/lib/chat/list-messages';
import type { SendMessageInput } from '@/lib/chat/schemas';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { storedBytes } from '@/lib/files/documents';
import { VOICE_BARS, VOICE_MS } from '@/lib/files/words';
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
/** A little over two seconds of beeps, as Chromium records them. */
let webm: Buffer;
let mp4: Buffer;

const facts = { milliseconds: 2_300, peaks: Array.from({ length: VOICE_BARS }, (_, n) => (n * 3) % 101) };
const send = (bytes: Uint8Array, voice: unknown = facts, purpose = 'message') =>
  upload(client, purpose, bytes, 'message-vocal.webm', { voice: JSON.stringify(voice) });
let count = 0;
const say = (input: Pick<SendMessageInput, 'type' | 'content' | 'attachmentIds'>, who = client) =>
  sendMessage(db(), who.actor, id, { clientMessageId: `voice-${(count += 1)}`, ...input });
const refused = (code: string) => expect.objectContaining({ code }) as unknown;
const failing = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const read = (who: Person, file: string, headers: Record<string, string> = {}) =>
  GET(
    new Request(`http://maison.test/api/files/${file}`, {
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
  webm = await readFile('tests/integration/files/fixtures/voice.webm');
  mp4 = await readFile('tests/integration/files/fixtures/voice.m4a');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const couturierId = couturier.actor.id.toHexString();
  id = (await startConversation(db(), client.actor, { couturierId })).conversation.id;
});

describe('a voice that is sent', () => {
  it('is a file of its own kind, found in its bytes, in both containers', async () => {
    const { status, body } = await send(webm);
    expect([status, body.mime, body.name, body.voice]).toEqual([201, 'audio/webm', 'message-vocal.webm', facts]);
    const other = await send(mp4);
    expect([other.status, other.body.mime, other.body.name]).toEqual([201, 'audio/mp4', 'message-vocal.m4a']);
  });

  it('is a message with its length and its shape, a line beside it or none, and words of its own in the bell', async () => {
    const { body } = await send(webm);
    const { message } = await say({ type: 'voice', content: '', attachmentIds: [body.id] });
    expect(message).toMatchObject({ type: 'voice', attachments: [{ id: body.id, mime: 'audio/webm', voice: facts }] });
    const bell = async () =>
      (await listNotifications(db(), couturier.actor, { limit: 1, locale: 'fr' })).items[0]?.text;
    expect(await bell()).toBe('Message vocal');
    const second = await send(mp4);
    await say({ type: 'voice', content: 'La bretelle glisse.', attachmentIds: [second.body.id] });
    expect(await bell()).toBe('Message vocal\u00a0: «\u00a0La bretelle glisse.\u00a0»');
    const { items } = await listMessages(db(), couturier.actor, id, { limit: 24 });
    expect(items.at(-1)).toMatchObject({
      type: 'voice',
      content: 'La bretelle glisse.',
      attachments: [{ voice: facts }],
    });
    expect((await read(couturier, second.body.id)).status).toBe(200);
    expect((await read(stranger, second.body.id)).status).toBe(404);
  });

  it('speaks alone, and only as what it is', async () => {
    const { body } = await send(webm);
    const photo = await upload(client, 'message', await picture());
    const both = [body.id, photo.body.id];
    for (const [type, attachmentIds] of [
      ['voice', both],
      ['voice', [photo.body.id]],
      ['voice', []],
      ['file', [body.id]],
      ['image', [body.id]],
    ] as const) {
      const answer = await failing(say({ type, content: '', attachmentIds: [...attachmentIds] }));
      expect(answer, `${type} ${attachmentIds.length}`).toEqual(refused('attachment_mismatch'));
    }
    expect((await say({ type: 'voice', content: '', attachmentIds: [body.id] })).message.type).toBe('voice');
  });

  it('is refused where it is no voice, too long, or of another shape', async () => {
    const codes = async (bytes: Uint8Array, voice?: unknown, purpose?: string) =>
      (await send(bytes, voice, purpose)).body.code;
    expect(await codes(await picture())).toBe('file_type_refused');
    expect(await codes(Buffer.from('des mots'))).toBe('file_type_refused');
    expect(await codes(webm, facts, 'order'), 'a voice serves a message').toBe('file_type_refused');
    const film = Buffer.from(webm);
    // The type of its only track: 2 is sound, 1 is film.
    film[film.indexOf(Buffer.from([0x83, 0x81, 0x02])) + 2] = 1;
    expect(await codes(film)).toBe('file_type_refused');
    const shown = Buffer.from(mp4);
    shown.write('vide', shown.indexOf('soun'), 'latin1');
    expect(await codes(shown)).toBe('file_type_refused');
    for (const voice of [
      { ...facts, milliseconds: 0 },
      { ...facts, milliseconds: VOICE_MS + 1_001 },
      { ...facts, peaks: [] },
      { ...facts, peaks: [101] },
      { ...facts, peaks: [-1] },
      { ...facts, peaks: [0.5] },
      { ...facts, peaks: Array.from({ length: VOICE_BARS + 1 }, () => 1) },
      { ...facts, name: 'x' },
      'two seconds',
    ])
      expect(await codes(webm, voice), JSON.stringify(voice).slice(0, 60)).toBe('invalid_request');
    const unread = await upload(client, 'message', webm, 'voix.webm', { voice: '{' });
    expect(unread.body.code).toBe('invalid_request');
    expect((await upload(client, 'message', webm, 'voix.webm')).body.code, 'a sound that is joined').toBe(
      'file_type_refused',
    );
  });

  it('is given whole and by ranges', async () => {
    const { body } = await send(webm);
    const whole = await read(client, body.id);
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    expect(Buffer.from(await whole.arrayBuffer()).equals(webm)).toBe(true);
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await read(client, body.id, { range, ...more });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, range: answer.headers.get('content-range'), bytes, headers: answer.headers };
    };
    const size = webm.length;
    const middle = await part('bytes=100-299');
    expect([middle.status, middle.range]).toEqual([206, `bytes 100-299/${size}`]);
    expect(middle.headers.get('content-length')).toBe('200');
    expect(middle.bytes.equals(webm.subarray(100, 300))).toBe(true);
    const rest = await part('bytes=7000-');
    expect(rest.bytes.equals(webm.subarray(7000))).toBe(true);
    const tail = await part('bytes=-50');
    expect([tail.range, tail.bytes.equals(webm.subarray(-50))]).toEqual([
      `bytes ${size - 50}-${size - 1}/${size}`,
      true,
    ]);
    expect((await part(`bytes=0-${size * 2}`)).range).toBe(`bytes 0-${size - 1}/${size}`);
    expect((await part(`bytes=${size}-`)).status).toBe(416);
    expect((await part('bytes=-0')).status).toBe(416);
    for (const range of ['bytes=0-1,5-9', 'lines=1-2', 'bytes=9-3', 'bytes=-'])
      expect((await part(range)).status, range).toBe(200);
    expect((await part('bytes=0-1', { 'if-range': '"other"' })).status).toBe(200);
    expect((await part('bytes=0-1', { 'if-range': whole.headers.get('etag') ?? '' })).status).toBe(206);
  });

  it('says when the other person first played it, to its two people alone', async () => {
    const { body } = await send(webm);
    const { message } = await say({ type: 'voice', content: '', attachmentIds: [body.id] });
    expect((await hearVoice(db(), client.actor, id, message.id)).heardAt, 'one’s own').toBeUndefined();
    const before = await listMessages(db(), client.actor, id, { limit: 1 });
    expect(before.items[0]?.heardAt).toBeUndefined();
    const { heardAt } = await hearVoice(db(), couturier.actor, id, message.id);
    expect(heardAt).toBeDefined();
    expect((await hearVoice(db(), couturier.actor, id, message.id)).heardAt, 'again is free').toBe(heardAt);
    const changes = await listMessages(db(), client.actor, id, { limit: 9, changedAfter: before.readAt });
    expect(changes.items).toContainEqual(expect.objectContaining({ id: message.id, heardAt }));
    expect(await failing(hearVoice(db(), stranger.actor, id, message.id))).toEqual(refused('not_found'));
    const owner = await person(db(), 'owner');
    expect(await failing(hearVoice(db(), owner.actor, id, message.id))).toEqual(refused('not_found'));
    const words = await say({ type: 'text', content: 'Sans voix.' });
    expect(await failing(hearVoice(db(), couturier.actor, id, words.message.id))).toEqual(
      refused('action_not_allowed'),
    );
    const taken = await takeBackMessage(db(), client.actor, id, message.id);
    expect(taken.heardAt).toBeUndefined();
    expect(await failing(hearVoice(db(), couturier.actor, id, message.id))).toEqual(refused('message_settled'));
  });

  it('goes when it is taken back, and leaves with its person', async () => {
    const own = await person(db(), 'client');
    const couturierId = couturier.actor.id.toHexString();
    const talk = (await startConversation(db(), own.actor, { couturierId })).conversation.id;
    const sent = async (key: string) => {
      const form = { voice: JSON.stringify(facts) };
      const { body } = await upload(own, 'message', webm, 'message-vocal.webm', form);
      const input = { clientMessageId: key, type: 'voice', content: '', attachmentIds: [body.id] } as const;
      return (await sendMessage(db(), own.actor, talk, { ...input, attachmentIds: [body.id] })).message;
    };
    const back = await sent('a');
    await takeBackMessage(db(), own.actor, talk, back.id);
    expect((await read(couturier, back.attachments[0]?.id ?? '')).status).toBe(404);
    const kept = (await sent('b')).attachments[0]?.id ?? '';
    const archive = await new Response(await exportOwnData(db(), own.actor as ClientActor)).arrayBuffer();
    expect(Buffer.from(archive).includes(`files/${kept}-message-vocal.webm`)).toBe(true);
    expect((await read(couturier, kept)).status).toBe(200);
    await erasePerson(db(), (own.actor as ClientActor).clientId);
    expect((await read(couturier, kept)).status).toBe(404);
    expect(await storedBytes(db()).countDocuments({ _id: new ObjectId(kept) })).toBe(0);
  });
});
