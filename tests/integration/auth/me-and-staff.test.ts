import { beforeAll, describe, expect, it } from 'vitest';
import { GET as getCouturier } from '@/app/api/couturiers/[id]/route';
import { GET as listCouturiers } from '@/app/api/couturiers/route';
import { GET as getMe, PATCH as editMe } from '@/app/api/me/route';
import { DELETE as endSession } from '@/app/api/me/sessions/[id]/route';
import { POST as endAll } from '@/app/api/me/sessions/end-all/route';
import { GET as listSessions } from '@/app/api/me/sessions/route';
import { PATCH as editStaff } from '@/app/api/staff/[id]/route';
import { GET as listStaff } from '@/app/api/staff/route';
import { accounts, sessions } from '@/lib/auth/documents';
import { HOUR_MS } from '@/lib/calendar';
import { clients } from '@/lib/clients/documents';
import { call, person, type Person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));
const id = (one: Person) => one.actor.id.toHexString();

describe('my account', () => {
  it('is read and changed by me, with a version', async () => {
    const who = await person(db(), 'client');
    const me = await call(getMe, { who });
    expect(me.body).toMatchObject({ id: id(who), clientId: who.actor.clientId?.toHexString(), version: 1 });
    const edited = await call(editMe, { who, method: 'PATCH', body: { version: 1, name: 'Awa D.', locale: 'en' } });
    expect(edited.body).toMatchObject({ name: 'Awa D.', locale: 'en', version: 2 });
    const stale = await call(editMe, { who, method: 'PATCH', body: { version: 1, name: 'Trop tard' } });
    expect([stale.status, stale.body['code']]).toEqual([409, 'stale_version']);
    expect(stale.body['current']).toMatchObject({ name: 'Awa D.', version: 2 });
  });

  it('writes a client’s new name on their file too, found by the search, and nothing of it when the save is stale', async () => {
    const who = await person(db(), 'client');
    const file = () => clients(db()).findOne({ _id: who.actor.clientId });
    const before = await file();
    await call(editMe, { who, method: 'PATCH', body: { version: 1, name: 'Éva Nouvelle' } });
    expect(await file()).toMatchObject({
      name: 'Éva Nouvelle',
      sortName: 'eva nouvelle',
      searchText: expect.stringContaining('eva nouvelle') as string,
      version: Number(before?.version) + 1,
    });
    await call(editMe, { who, method: 'PATCH', body: { version: 1, name: 'Trop tard' } });
    expect(await file()).toMatchObject({ name: 'Éva Nouvelle' });
  });

  it('refuses what is not mine to change', async () => {
    const who = await person(db(), 'client');
    for (const field of [{ role: 'owner' }, { email: 'x@y.fr' }, { clientId: 'f'.repeat(24) }])
      expect((await call(editMe, { who, method: 'PATCH', body: { version: 1, ...field } })).status).toBe(400);
    expect((await call(editMe, { who, method: 'PATCH', body: { version: 1, available: false } })).status).toBe(403);
    expect((await call(getMe)).status).toBe(401);
  });

  it('lets a couturier be away until a day', async () => {
    const who = await person(db(), 'couturier', 'Sofia');
    const away = await call(editMe, {
      who,
      method: 'PATCH',
      body: { version: 1, available: false, backOn: '2099-12-07' },
    });
    expect(away.body).toMatchObject({ available: false, backOn: '2099-12-07' });
    const listed = await call<{ items: { id: string; available: boolean; backOn?: string }[] }>(listCouturiers);
    expect(listed.body.items.find((one) => one.id === id(who))).toMatchObject({
      available: false,
      backOn: '2099-12-07',
    });
    const back = await call(editMe, { who, method: 'PATCH', body: { version: 2, available: true } });
    expect(back.body).not.toHaveProperty('backOn');
    const word = await call(editMe, { who, method: 'PATCH', body: { version: 3, awayWord: '  À bientôt. ' } });
    expect(word.body).toMatchObject({ awayWord: 'À bientôt.' });
    const long = await call(editMe, { who, method: 'PATCH', body: { version: 4, awayWord: 'x'.repeat(301) } });
    expect(long.status).toBe(400);
    const none = await call(editMe, { who, method: 'PATCH', body: { version: 4, awayWord: '' } });
    expect(none.body).not.toHaveProperty('awayWord');
  });
});

describe('my ready replies', () => {
  const kept = [{ title: 'Deux heures', text: 'Je vous attends [heure] ou [autre heure].' }];

  it('are kept in their order, told to me alone, and given back to the house’s own', async () => {
    const who = await person(db(), 'couturier');
    expect((await call(getMe, { who })).body).not.toHaveProperty('readyReplies');
    const first = await call(editMe, { who, method: 'PATCH', body: { version: 1, readyReplies: kept } });
    expect(first.body).toMatchObject({ readyReplies: kept });
    expect((await call(getMe, { who })).body).toMatchObject({ readyReplies: kept });
    // None at all is a list too.
    const empty = await call(editMe, { who, method: 'PATCH', body: { version: 2, readyReplies: [] } });
    expect(empty.body).toMatchObject({ readyReplies: [] });
    const back = await call(editMe, { who, method: 'PATCH', body: { version: 3, readyReplies: null } });
    expect(back.body).not.toHaveProperty('readyReplies');
  });

  it('are refused without words, too long, too many, or from a client', async () => {
    const who = await person(db(), 'couturier');
    const send = (readyReplies: unknown, by: Person = who) =>
      call<{ errors: { path: string }[] }>(editMe, { who: by, method: 'PATCH', body: { version: 1, readyReplies } });
    const bare = await send([...kept, { title: ' ', text: '' }]);
    expect(bare.status).toBe(400);
    expect(bare.body.errors.map(({ path }) => path)).toEqual(['readyReplies.1.title', 'readyReplies.1.text']);
    expect((await send([{ title: 'x', text: 'x'.repeat(1_001) }])).status).toBe(400);
    expect((await send(Array.from({ length: 31 }, () => kept[0]))).status).toBe(400);
    expect((await send(kept, await person(db(), 'client'))).status).toBe(403);
  });
});

describe('my sessions', () => {
  it('are listed, ended one by one, and all at once; another’s are not there', async () => {
    const who = await person(db(), 'client');
    const stranger = await person(db(), 'client');
    const other = { ...who.actor, sid: 'autre-appareil' };
    await sessions(db()).insertOne({
      _id: other.sid,
      accountId: who.actor.id,
      createdAt: new Date(),
      lastSeenAt: new Date(Date.now() - HOUR_MS),
      expiresAt: new Date(Date.now() + 60_000),
      userAgent: 'tablette',
    });
    const list = await call<{ items: { id: string; current: boolean }[] }>(listSessions, { who });
    expect(list.body.items.map(({ id: one, current }) => [one, current])).toEqual([
      [who.actor.sessionId, true],
      [other.sid, false],
    ]);
    const end = (by: Person, sid: string) => call(endSession, { who: by, method: 'DELETE', params: { id: sid } });
    expect((await end(stranger, other.sid)).status).toBe(404);
    expect((await end(who, other.sid)).status).toBe(204);
    expect((await end(who, other.sid)).status).toBe(404);
    expect((await call(endAll, { who, method: 'POST' })).status).toBe(204);
    expect((await call(getMe, { who })).status).toBe(401);
    expect((await call(getMe, { who: stranger })).status).toBe(200);
  });
});

describe('couturiers', () => {
  it('are shown to visitors without anything private', async () => {
    const who = await person(db(), 'couturier');
    const gone = await person(db(), 'couturier', 'Partie', { disabled: true });
    const client = await person(db(), 'client');
    const { body } = await call<{ items: Record<string, unknown>[]; nextCursor: null }>(listCouturiers);
    const mine = body.items.find((one) => one['id'] === id(who));
    expect(Object.keys(mine ?? {}).sort()).toEqual(['available', 'avatar', 'bio', 'id', 'name', 'speciality']);
    expect(body.items.some((one) => one['id'] === id(gone) || one['id'] === id(client))).toBe(false);
    expect((await call(getCouturier, { params: { id: id(who) } })).status).toBe(200);
    for (const one of [id(gone), id(client), 'f'.repeat(24), 'nonsense'])
      expect((await call(getCouturier, { params: { id: one } })).status).toBe(404);
  });
});

describe('the staff', () => {
  it('is the owner’s to see and change', async () => {
    const owner = await person(db(), 'owner');
    const couturier = await person(db(), 'couturier');
    const client = await person(db(), 'client');
    expect((await call(listStaff, { who: owner })).status).toBe(200);
    const patch = (who: Person | undefined, target: Person, body: unknown) =>
      call(editStaff, { who, method: 'PATCH', params: { id: id(target) }, body });
    for (const who of [couturier, client]) {
      expect((await call(listStaff, { who })).status).toBe(403);
      expect((await patch(who, couturier, { role: 'owner' })).status).toBe(403);
    }
    expect((await patch(undefined, couturier, { disabled: true })).status).toBe(401);
    expect((await patch(owner, client, { disabled: true })).status).toBe(404);
    expect((await patch(owner, couturier, { role: 'client' })).status).toBe(400);
    const hours = await patch(owner, couturier, { weeklyHours: 28, workingDays: [5, 1, 1] });
    expect(hours.body).toMatchObject({ weeklyHours: 28, workingDays: [1, 5] });
  });

  it('loses its sessions when its account is closed, and gets none until it is open again', async () => {
    const owner = await person(db(), 'owner');
    const couturier = await person(db(), 'couturier');
    const patch = (body: unknown) =>
      call(editStaff, { who: owner, method: 'PATCH', params: { id: id(couturier) }, body });
    expect((await patch({ disabled: true })).body).toMatchObject({ disabled: true });
    expect((await call(getMe, { who: couturier })).status).toBe(401);
    expect((await sessions(db()).findOne({ _id: couturier.actor.sessionId }))?.revokedAt).toBeInstanceOf(Date);
    await patch({ disabled: false });
    expect((await call(getMe, { who: couturier })).status).toBe(401);
  });

  it('never loses its last owner, even when two close each other at once', async () => {
    await accounts(db()).deleteMany({ role: 'owner' });
    const [one, two] = [await person(db(), 'owner'), await person(db(), 'owner')];
    const close = (who: Person, target: Person) =>
      call(editStaff, { who, method: 'PATCH', params: { id: id(target) }, body: { disabled: true } });
    await Promise.all([close(one, two), close(two, one)]);
    expect(await accounts(db()).countDocuments({ role: 'owner', disabled: false })).toBe(1);
    const last = (await call(getMe, { who: one })).status === 200 ? one : two;
    const demote = await call(editStaff, {
      who: last,
      method: 'PATCH',
      params: { id: id(last) },
      body: { role: 'couturier' },
    });
    expect(demote.body['code']).toBe('last_owner');
  });
});
