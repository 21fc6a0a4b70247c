import { ObjectId } from 'mongodb';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import * as collection from '@/app/api/clients/route';
import * as one from '@/app/api/clients/[id]/route';
import * as exporting from '@/app/api/me/export/route';
import * as me from '@/app/api/me/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import type { ClientActor, StaffActor } from '@/lib/actor';
import { accounts, sessions } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { conversations, messages } from '@/lib/chat/documents';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { addMeasurements } from '@/lib/clients/add-measurements';
import { createClientFile } from '@/lib/clients/create-client';
import { clients, measurementSets } from '@/lib/clients/documents';
import type { ClientDto } from '@/lib/clients/dto';
import { files, storedBytes } from '@/lib/files/documents';
import { mails } from '@/lib/mail/documents';
import { notifications } from '@/lib/notifications/documents';
import { orders } from '@/lib/orders/documents';
import { exportOwnData } from '@/lib/people/export-own-data';
import { afterwardsDone } from '@/lib/web/afterwards';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, create, eur, move, quote, read, walk } from '../orders/setup';

const PASSWORD = 'une phrase à moi';
const db = setUpDatabase();
let couturier: Person;
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  owner = await person(db(), 'owner', 'Inès Fabre');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
});

const hexOf = (who: Person) => who.actor.id.toHexString();
const fileOf = (who: Person) => who.actor.clientId as ObjectId;

/** Somebody with a password, a conversation with a picture, measurements, and a picture in waiting. */
async function settled(name: string): Promise<{ who: Person; conversationId: ObjectId; fileIds: ObjectId[] }> {
  const who = await person(db(), 'client', name);
  const passwordHash = await hashPassword(PASSWORD);
  await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { passwordHash } });
  await clients(db()).updateOne(
    { _id: fileOf(who) },
    { $set: { address: '8, rue des Martyrs', allergies: 'Nickel', notes: 'Secret' } },
  );
  const { conversation } = await startConversation(db(), who.actor, { couturierId: hexOf(couturier) });
  const sent = await upload(who, 'message', await picture());
  const kept = await upload(who, 'message', await picture());
  await sendMessage(db(), who.actor, conversation.id, {
    clientMessageId: 'un',
    type: 'image',
    content: 'Ma photo',
    attachmentIds: [sent.body.id],
  });
  await sendMessage(db(), couturier.actor, conversation.id, {
    clientMessageId: 'deux',
    type: 'text',
    content: 'Merci',
  });
  const set = { kind: 'body' as const, values: { waistGirth: 70 }, custom: [], confirm: true };
  await addMeasurements(db(), couturier.actor as StaffActor, { clientId: fileOf(who).toHexString(), ...set }, 'fr');
  return {
    who,
    conversationId: new ObjectId(conversation.id),
    fileIds: [new ObjectId(sent.body.id), new ObjectId(kept.body.id)],
  };
}
const erase = (who: Person | undefined, password = PASSWORD) =>
  call<{ code: string; orders: { number: string }[] }>(me.DELETE, { who, method: 'DELETE', body: { password } });
const eraseFile = (who: Person | undefined, id: ObjectId) =>
  call<{ code: string }>(one.DELETE, { who, method: 'DELETE', params: { id: id.toHexString() } });
const pay = (id: string, amount: number) =>
  call(payments.POST, {
    who: couturier,
    params: { id },
    body: { kind: 'balance', amount: eur(amount), method: 'card', paidAt: '2026-11-01' },
  });

describe('the archive of my data', () => {
  it('holds everything of mine, and nothing of the atelier’s own or of anybody else', async () => {
    const { who, fileIds } = await settled('Awa Diallo');
    const order = await confirmed(who, couturier, { description: 'Pour la fête' });
    const { who: other } = await settled('Nora Benali');
    await confirmed(other, couturier, { description: 'À une autre' });
    const bytes = new Uint8Array(await new Response(await exportOwnData(db(), who.actor as ClientActor)).arrayBuffer());
    const archive = unzipSync(bytes);
    const json = <T>(name: string) => JSON.parse(strFromU8(archive[name] ?? new Uint8Array())) as T;
    expect(json<{ account: { email: string } }>('account.json').account.email).toBe(who.actor.email);
    expect(json('file.json')).toMatchObject({ address: '8, rue des Martyrs', allergies: 'Nickel' });
    expect(json('measurements.json')).toMatchObject([{ values: { waistGirth: 70 } }]);
    expect(json('orders.json')).toMatchObject([{ number: order.number, description: 'Pour la fête' }]);
    expect(json<{ events: unknown[] }[]>('orders.json')[0]?.events.length).toBeGreaterThan(2);
    expect(json<{ content: string }[]>('messages.json').map(({ content }) => content)).toEqual(
      expect.arrayContaining(['Ma photo', 'Merci']),
    );
    const pictures = Object.keys(archive).filter((name) => name.startsWith('files/'));
    expect(pictures.map((name) => name.slice(6, 30)).sort()).toEqual(fileIds.map(String).sort());
    for (const name of pictures) expect(archive[name]?.slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    const everything = Object.entries(archive)
      .filter(([name]) => /json|txt/.test(name))
      .map(([, content]) => strFromU8(content))
      .join('\n');
    for (const secret of ['Secret', 'À une autre', 'Nora Benali', other.actor.email, 'passwordHash'])
      expect(everything).not.toContain(secret);
  });

  it('is sent as a download, to a client only', async () => {
    const { who } = await settled('Jeanne Petit');
    const request = new Request('http://maison.test/api/me/export', {
      headers: { host: 'maison.test', cookie: who.cookie },
    });
    const response = await exporting.GET(request, { params: Promise.resolve({}) });
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-.*\.zip"$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await response.body?.cancel();
    expect((await call(exporting.GET, { who: couturier })).status).toBe(403);
  });
});

describe('erasing my account', () => {
  it('takes everything with it; without an order nothing of the file is left', async () => {
    const { who, conversationId, fileIds } = await settled('Fatou Diallo');
    expect(await erase(who, 'pas le bon')).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
    expect((await erase(who)).status).toBe(204);
    await afterwardsDone();
    expect(await accounts(db()).countDocuments({ _id: who.actor.id })).toBe(0);
    expect(await sessions(db()).countDocuments({ accountId: who.actor.id })).toBe(0);
    expect(await clients(db()).countDocuments({ _id: fileOf(who) })).toBe(0);
    expect(await measurementSets(db()).countDocuments({ clientId: fileOf(who) })).toBe(0);
    expect(await conversations(db()).countDocuments({ _id: conversationId })).toBe(0);
    expect(await messages(db()).countDocuments({ conversationId })).toBe(0);
    expect(await files(db()).countDocuments({ _id: { $in: fileIds } })).toBe(0);
    expect(await storedBytes(db()).countDocuments({ _id: { $in: fileIds } })).toBe(0);
    expect(
      await notifications(db()).countDocuments({
        $or: [{ accountId: who.actor.id }, { href: { $regex: conversationId.toHexString() } }],
      }),
    ).toBe(0);
    expect(await mails(db()).countDocuments({ to: who.actor.email })).toBe(0);
    expect((await call(me.GET, { who })).status).toBe(401);
    expect((await erase(who)).status).toBe(401);
  });

  it('ends requests and quotes; their orders keep a number and no name', async () => {
    const { who } = await settled('Solange Mbaye');
    const asked = (await create(who, { couturierId: hexOf(couturier), description: 'Pour Solange' })).body;
    const quoted = (await create(who, { couturierId: hexOf(couturier) })).body;
    await quote(couturier, quoted.id);
    expect((await erase(who)).status).toBe(204);
    const label = `#${fileOf(who).toHexString().slice(-6)}`;
    expect((await read(couturier, asked.id)).body).toMatchObject({
      stage: 'cancelled',
      clientName: label,
      description: '',
    });
    expect((await read(couturier, quoted.id)).body).toMatchObject({ stage: 'declined', clientName: label });
    const file = await call<ClientDto>(one.GET, { who: couturier, params: { id: fileOf(who).toHexString() } });
    expect(file.body).toMatchObject({ name: label, archived: true, tags: [] });
    expect(file.body.erasedAt).toBeDefined();
    for (const field of ['email', 'address', 'allergies', 'notes', 'accountId'])
      expect(file.body).not.toHaveProperty(field);
    const trace = await orders(db())
      .find({ clientId: fileOf(who) })
      .toArray();
    const timeline = await call<{ items: unknown[] }>(events.GET, { who: couturier, params: { id: asked.id } });
    expect(JSON.stringify([trace, timeline.body])).not.toContain('Solange');
  });

  it('waits for what is under way or not paid, then keeps only what the papers bear', async () => {
    const { who } = await settled('Hélène Vasseur');
    const order = await confirmed(who, couturier, { description: 'Pour le bal' });
    await call(remarks.POST, { who, params: { id: order.id }, body: { text: 'Mes mots' } });
    expect(await erase(who)).toMatchObject({
      status: 422,
      body: { code: 'open_orders', orders: [{ number: order.number }] },
    });
    expect((await call(me.GET, { who })).status).toBe(200);
    const ended = await move(couturier, order.id, {
      to: 'cancelled',
      version: (await read(couturier, order.id)).body.version,
    });
    expect(ended.status).toBe(200);
    await pay(order.id, 5_000);
    expect((await erase(who)).status).toBe(204);
    expect((await read(couturier, order.id)).body).toMatchObject({
      number: order.number,
      clientName: 'Hélène Vasseur',
      description: '',
      quotes: [{ status: 'accepted' }],
      payments: [{ amount: eur(5_000) }],
    });
    const file = (await call<ClientDto>(one.GET, { who: couturier, params: { id: fileOf(who).toHexString() } })).body;
    expect(file).toMatchObject({ name: 'Hélène Vasseur', address: '8, rue des Martyrs', archived: true });
    for (const field of ['email', 'phone', 'allergies', 'notes']) expect(file).not.toHaveProperty(field);
    const timeline = await call<{ items: { type: string; note?: string }[] }>(events.GET, {
      who: couturier,
      params: { id: order.id },
    });
    expect(timeline.body.items.map(({ type }) => type)).toContain('quoteAccepted');
    expect(JSON.stringify(timeline.body)).not.toContain('Mes mots');
    const listed = await call<{ items: ClientDto[] }>(collection.GET, { who: couturier, query: { q: 'vasseur' } });
    expect(listed.body.items).toEqual([]);
  });

  it('is a client’s own to do', async () => {
    expect((await erase(undefined)).status).toBe(401);
    expect((await erase(couturier)).status).toBe(403);
    expect((await erase(owner)).status).toBe(403);
  });
});

describe('erasing a person for them', () => {
  it('a couturier may where there is no account, an owner also where there is one', async () => {
    const bare = await createClientFile(db(), { name: 'Sans compte', email: 'sans@exemple.fr' });
    expect((await eraseFile(couturier, bare._id)).status).toBe(204);
    expect((await eraseFile(couturier, bare._id)).status).toBe(404);
    const { who } = await settled('Avec Compte');
    expect(await eraseFile(couturier, fileOf(who))).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await eraseFile(who, fileOf(who))).status).toBe(403);
    expect((await eraseFile(undefined, fileOf(who))).status).toBe(401);
    expect((await call(me.GET, { who })).status).toBe(200);
    expect((await eraseFile(owner, fileOf(who))).status).toBe(204);
    await afterwardsDone();
    expect((await call(me.GET, { who })).status).toBe(401);
    expect(await mails(db()).countDocuments({ to: who.actor.email })).toBe(0);
  });

  it('waits for an order under way too', async () => {
    const file = await createClientFile(db(), { name: 'Piece en cours' });
    const { id } = (await create(couturier, { clientId: file._id.toHexString() })).body;
    await quote(couturier, id);
    const order = (await acceptQuote(couturier, id, 1, { how: 'phone', words: 'D’accord.' })).body;
    expect(order.stage).toBe('confirmed');
    await walk(couturier, order, 'measuring');
    expect(await eraseFile(couturier, file._id)).toMatchObject({ status: 422, body: { code: 'open_orders' } });
  });
});
