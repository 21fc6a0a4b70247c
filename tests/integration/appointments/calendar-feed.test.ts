import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as feed } from '@/app/api/calendar.ics/route';
import { DELETE as close, GET as state, POST as open } from '@/app/api/me/calendar/route';
import { appointments } from '@/lib/appointments/documents';
import { accounts } from '@/lib/auth/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

/** The feed at an address as a calendar app asks for it: no session. Long lines are unfolded (RFC 5545, 3.1). */
async function read(url: string): Promise<{ status: number; type: string | null; text: string }> {
  const answer = await feed(new Request(url), { params: Promise.resolve({}) });
  const text = (await answer.text()).replace(/\r\n[ \t]/g, '');
  return { status: answer.status, type: answer.headers.get('content-type'), text };
}
const addressOf = async (who: Person) => (await call<{ url: string }>(open, { who, method: 'POST' })).body.url;

function book(client: Person, couturier: Person, extra: object = {}) {
  const now = new Date();
  return appointments(db()).insertOne({
    _id: new ObjectId(),
    kind: 'fitting',
    clientId: client.actor.clientId ?? new ObjectId(),
    couturierId: couturier.actor.id,
    start: new Date('2027-03-02T09:00:00Z'),
    minutes: 45,
    status: 'confirmed',
    proposedBy: 'house',
    createdAt: now,
    updatedAt: now,
    version: 3,
    ...extra,
  });
}

describe('the calendar feed', () => {
  it('holds one’s own appointments, in one’s language, with the house’s signs for what is not sure', async () => {
    const [awa, other] = await Promise.all([person(db(), 'client', 'Awa Diallo'), person(db(), 'client', 'Une Autre')]);
    const [claire, ines] = await Promise.all([
      person(db(), 'couturier', 'Claire Morel'),
      person(db(), 'couturier', 'Inès Haddad'),
    ]);
    const { insertedId } = await book(awa, claire, { note: 'Chaussures, 7 cm; à apporter' });
    await book(awa, ines, { status: 'proposed', kind: 'pickup', start: new Date('2027-03-03T09:00:00Z') });
    await book(awa, claire, { status: 'cancelled', start: new Date('2027-03-04T09:00:00Z') });
    await book(other, claire, { start: new Date('2027-03-05T09:00:00Z') });

    const own = await read(await addressOf(awa));
    expect([own.status, own.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(own.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(own.text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(own.text.match(/SUMMARY:.*/g)).toEqual([
      'SUMMARY:Essayage\\, Claire Morel',
      'SUMMARY:Remise\\, Inès Haddad',
      'SUMMARY:Essayage\\, Claire Morel',
    ]);
    expect(own.text.match(/STATUS:.*/g)).toEqual(['STATUS:CONFIRMED', 'STATUS:TENTATIVE', 'STATUS:CANCELLED']);
    expect(own.text).toContain(`UID:${insertedId.toHexString()}@fashionflow`);
    expect(own.text).toContain('DTSTART:20270302T090000Z\r\nDTEND:20270302T094500Z');
    expect(own.text).toContain('SEQUENCE:3');
    expect(own.text).toContain('Chaussures\\, 7 cm\\; à apporter');

    await accounts(db()).updateOne({ _id: claire.actor.id }, { $set: { locale: 'en' } });
    const hers = await read(await addressOf(claire));
    expect(hers.text.match(/SUMMARY:.*/g)).toEqual([
      'SUMMARY:Fitting\\, Awa Diallo',
      'SUMMARY:Fitting\\, Awa Diallo',
      'SUMMARY:Fitting\\, Une Autre',
    ]);
  });

  it('is opened by its secret only: an older one, a closed one, a closed account and a guess find nothing', async () => {
    const who = await person(db(), 'client');
    expect((await call(state, { who })).body).toEqual({ since: null });
    const first = await addressOf(who);
    const second = await addressOf(who);
    expect(first).not.toBe(second);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await call(state, { who })).body['since']).toEqual(expect.any(String));
    const kept = JSON.stringify(await accounts(db()).findOne({ _id: who.actor.id }));
    expect(kept).not.toContain(new URL(second).searchParams.get('token'));

    await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { disabled: true } });
    expect((await read(second)).status).toBe(404);
    await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { disabled: false } });
    expect((await call(close, { who, method: 'DELETE' })).status).toBe(204);
    for (const url of [second, second.replace(/token=.*/, 'token=devine')]) expect((await read(url)).status).toBe(404);
    expect((await read(second.replace(/\?.*/, ''))).status).toBe(400);
    expect((await call(open, { method: 'POST' })).status).toBe(401);
  });
});
