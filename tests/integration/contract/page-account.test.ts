import { beforeAll, describe, expect, it } from 'vitest';
import { GET as readMe, PATCH as editMe } from '@/app/api/me/route';
import { GET as listCouturiers } from '@/app/api/couturiers/route';
import { accounts } from '@/lib/auth/documents';
import { SECURE_SESSION_COOKIE } from '@/lib/auth/session-token';
import { call, person, type Person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));
const madeFor = (one: Person) => ({ 'x-account': one.actor.id.toHexString() });

describe('a page that was made for one account', () => {
  it('changes and reads nothing in the session of another', async () => {
    const camille = await person(db(), 'client', 'Camille');
    const mathieu = await person(db(), 'client', 'Mathieu');
    const edit = { method: 'PATCH', body: { version: 1, name: 'Camille rebaptisée' }, who: mathieu };
    const refused = await call(editMe, { ...edit, headers: madeFor(camille) });
    expect([refused.status, refused.body['code']]).toEqual([409, 'other_account']);
    expect(await accounts(db()).findOne({ _id: mathieu.actor.id })).toMatchObject({ name: 'Mathieu', version: 1 });
    expect((await call(readMe, { who: mathieu, headers: madeFor(camille) })).status).toBe(409);
    expect((await call(editMe, { ...edit, headers: madeFor(mathieu) })).status).toBe(200);
  });

  it('is told to sign in where nobody is, and still reads what is for everybody', async () => {
    const camille = await person(db(), 'client');
    expect((await call(readMe, { headers: madeFor(camille) })).status).toBe(401);
    expect((await call(listCouturiers, { headers: madeFor(camille) })).status).toBe(200);
  });
});

describe('a stale cookie of the other name', () => {
  it('does not hide the session that counts', async () => {
    const who = await person(db(), 'client');
    const cookie = `${SECURE_SESSION_COOKIE}=not-a-session; ${who.cookie}`;
    expect((await call(readMe, { who: { ...who, cookie } })).status).toBe(200);
  });
});
