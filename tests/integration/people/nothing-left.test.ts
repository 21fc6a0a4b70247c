import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { beforeAll, describe, expect, it } from 'vitest';
import * as booking from '@/app/api/appointments/route';
import * as calendar from '@/app/api/me/calendar/route';
import * as me from '@/app/api/me/route';
import * as orderRoutes from '@/app/api/orders/route';
import { accounts, tokens } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { requestReset } from '@/lib/auth/request-reset';
import { clients, mergedAway } from '@/lib/clients/documents';
import { createClientFile } from '@/lib/clients/create-client';
import { env } from '@/lib/env';
import { ObjectId } from 'mongodb';
import { sendMail } from '@/lib/mail/send-mail';
import { favourites } from '@/lib/models/documents';
import { notifications, pushSubscriptions, settings } from '@/lib/notifications/documents';
import { mergeClients } from '@/lib/people/merge-clients';
import type { StaffActor } from '@/lib/actor';
import { afterwardsDone } from '@/lib/web/afterwards';
import '../../support/mails';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const PASSWORD = 'une phrase à moi';
const db = setUpDatabase();
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
});

/** Every document of the database as text, by collection. */
async function everything(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const { name } of await db().db.listCollections({}, { nameOnly: true }).toArray())
    all.set(name, EJSON.stringify(await db().db.collection(name).find().toArray()));
  const mails = await readdir(join(env().DATA_DIR, 'mails')).catch(() => []);
  return all.set('mail files', mails.join('\n'));
}

/** Where any of these words is found. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, text] of await everything())
    for (const word of words) if (text.includes(word)) found.push(`${name}: ${word}`);
  return found;
}

describe('a person who is erased', () => {
  it('is in no collection any more: not by id, name, address or word', async () => {
    const who = await person(db(), 'client', 'Zéphyrine Quatremère');
    const clientId = who.actor.clientId as ObjectId;
    const hex = { clientId: clientId.toHexString(), accountId: who.actor.id.toHexString() };
    await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { passwordHash: await hashPassword(PASSWORD) } });
    await clients(db()).updateOne({ _id: clientId }, { $set: { phone: '0698765432', notes: 'zibeline' } });
    // A file that was merged into theirs, a calendar address, a proposed hour, an order sent with a key.
    const old = await createClientFile(db(), { name: 'Zéphyrine Q.' });
    await mergeClients(db(), couturier.actor as StaffActor, old._id.toHexString(), { intoId: hex.clientId, take: [] });
    expect((await call(calendar.POST, { who, body: {} })).status).toBeLessThan(300);
    const start = new Date();
    start.setUTCDate(start.getUTCDate() + 7 - ((start.getUTCDay() + 5) % 7));
    start.setUTCHours(11, 0, 0, 0);
    const booked = await call<{ id: string }>(booking.POST, {
      who,
      body: { kind: 'fitting', couturierId: couturier.actor.id.toHexString(), start: start.toISOString(), minutes: 30 },
    });
    expect(booked.status).toBe(201);
    const ordered = await call<{ id: string }>(orderRoutes.POST, {
      who: couturier,
      headers: { 'idempotency-key': 'une-commande-de-plus' },
      body: { title: 'Robe', garment: 'dress', description: 'zinzolin', options: {}, clientId: hex.clientId },
    });
    expect(ordered.status).toBe(201);
    const now = new Date();
    await favourites(db()).insertOne({ _id: new ObjectId(), clientId, modelId: new ObjectId(), createdAt: now });
    await settings(db()).insertOne({ _id: who.actor.id, words: true, updatedAt: now });
    await pushSubscriptions(db()).insertOne({
      _id: new ObjectId(),
      accountId: who.actor.id,
      sessionId: who.actor.sessionId,
      endpoint: 'https://push.exemple.fr/zephyrine',
      keys: { p256dh: 'p', auth: 'a' },
      createdAt: now,
    });
    await requestReset(db(), { email: who.actor.email });
    await sendMail(db(), {
      to: who.actor.email,
      locale: 'fr',
      template: 'passwordChanged',
      data: { name: 'Zéphyrine' },
    });
    await afterwardsDone();
    expect(await notifications(db()).countDocuments({ accountId: couturier.actor.id, clientId })).toBeGreaterThan(0);
    expect(await tokens(db()).countDocuments({ email: who.actor.email })).toBeGreaterThan(0);
    expect(await mergedAway(db()).countDocuments({ intoId: clientId })).toBe(1);
    const before = await placesOf([hex.clientId, 'une-commande-de-plus', 'zinzolin']);
    expect(before).toEqual(expect.arrayContaining(['orders: zinzolin', 'idempotencyKeys: une-commande-de-plus']));

    expect((await call(me.DELETE, { who, method: 'DELETE', body: { password: PASSWORD } })).status).toBe(204);
    await afterwardsDone();
    const words = [
      'Zéphyrine',
      'zephyrine',
      'zibeline',
      'zinzolin',
      '0698765432',
      who.actor.email,
      'une-commande-de-plus',
    ];
    expect(await placesOf([...words, old._id.toHexString()])).toEqual([]);
    // The order keeps its number, and so the file it belongs to keeps its own (docs/decisions/0005); the timeline says which account acted.
    const numbers = await placesOf([hex.clientId, hex.accountId]);
    expect(numbers.filter((place) => !/^(clients|orders|orderEvents): /.test(place))).toEqual([]);
  });
});
