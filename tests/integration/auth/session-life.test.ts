import { beforeAll, describe, expect, it } from 'vitest';
import { GET as getMe } from '@/app/api/me/route';
import { GET as listSessions } from '@/app/api/me/sessions/route';
import { POST as ticketRoute } from '@/app/api/realtime/ticket/route';
import type { Role } from '@/lib/actor';
import { sessions } from '@/lib/auth/documents';
import { findActors } from '@/lib/auth/find-actors';
import { IDLE_DAYS, MOST_SESSIONS } from '@/lib/auth/session-life';
import { startSession } from '@/lib/auth/start-session';
import { DAY_MS, HOUR_MS } from '@/lib/calendar';
import { CLOSE } from '@/lib/realtime-protocol/close-codes';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { makePerson } from '../../support/people';
import { setUpSidecar } from '../../support/sidecar';
import { setUpDatabase } from '../../support/with-database';
import { ticketFor, Wire } from '../../support/wire';

const db = setUpDatabase();
const sidecar = setUpSidecar(db);
beforeAll(() => serveFrom(db()));

const leave = (sessionId: string, ms: number) =>
  sessions(db()).updateOne(
    { _id: sessionId },
    { $set: { lastSeenAt: new Date(Date.now() - ms), expiresAt: new Date(Date.now() + 20 * DAY_MS) } },
  );
const listed = async (who: Person) =>
  (await call<{ items: { id: string }[] }>(listSessions, { who })).body.items.map(({ id }) => id);

describe('a session that nobody uses', () => {
  it.each(['client', 'couturier', 'owner'] as Role[])(
    'of a %s is over after its days, however far its end',
    async (role) => {
      const who = await person(db(), role);
      const days = IDLE_DAYS[role] * DAY_MS;
      await leave(who.actor.sessionId, days - HOUR_MS);
      expect((await call(getMe, { who })).status).toBe(200);
      // It was used: the days begin anew.
      expect((await sessions(db()).findOne({ _id: who.actor.sessionId }))?.lastSeenAt.getTime()).toBeGreaterThan(
        Date.now() - HOUR_MS,
      );
      await leave(who.actor.sessionId, days + 1000);
      expect((await call(getMe, { who })).status).toBe(401);
      expect((await call(ticketRoute, { who, method: 'POST' })).status).toBe(401);
      // Being refused is no use: it stays over.
      expect((await call(getMe, { who })).status).toBe(401);
      const other = await startSession(db(), { _id: who.actor.id, role }, { userAgent: 'x', remember: true });
      const [admitted] = await findActors(db(), [{ sub: who.actor.id.toHexString(), sid: other._id }]);
      expect(admitted?.actor.sessionId).toBe(other._id);
    },
  );

  it('is shorter for whom opens everybody’s file', () => {
    expect(IDLE_DAYS.couturier).toBeLessThan(IDLE_DAYS.client);
    expect(IDLE_DAYS.owner).toBeLessThanOrEqual(IDLE_DAYS.couturier);
  });

  it('is not on the list of devices', async () => {
    const who = await person(db(), 'client');
    const old = await startSession(db(), { _id: who.actor.id, role: 'client' }, { userAgent: 'x', remember: true });
    expect(await listed(who)).toContain(old._id);
    await leave(old._id, IDLE_DAYS.client * DAY_MS + 1000);
    expect(await listed(who)).toEqual([who.actor.sessionId]);
  });

  it('is not kept by a line that only stays open', async () => {
    const who = await makePerson(db(), 'couturier');
    const { port } = await sidecar({ pingMs: 400 });
    const wire = await Wire.as(port, who);
    await leave(who.sessionId, IDLE_DAYS.couturier * DAY_MS + 1000);
    expect(await wire.closed).toBe(CLOSE.unauthenticated);
    const again = await Wire.open(port);
    again.say({ t: 'auth', ticket: await ticketFor(who) });
    expect(await again.closed).toBe(CLOSE.unauthenticated);
  });
});

it('an account is open on so many devices: with one more, the one not used for longest ends', async () => {
  const who = await person(db(), 'client');
  const begin = () => startSession(db(), { _id: who.actor.id, role: 'client' }, { userAgent: 'x', remember: true });
  await leave(who.actor.sessionId, 2 * HOUR_MS);
  const others: string[] = [];
  while (others.length < MOST_SESSIONS - 1) others.push((await begin())._id);
  expect((await call(getMe, { who })).status).toBe(200);
  await leave(others[0] ?? '', HOUR_MS);
  const last = await begin();
  expect((await listed(who)).sort()).toEqual([who.actor.sessionId, ...others.slice(1), last._id].sort());
  // Many at once leave no more than that either.
  await Promise.all(Array.from({ length: 8 }, begin));
  expect(
    await sessions(db()).countDocuments({ accountId: who.actor.id, revokedAt: { $exists: false } }),
  ).toBeLessThanOrEqual(MOST_SESSIONS);
});
