import { beforeAll, expect, it } from 'vitest';
import { PATCH as suspendRoute } from '@/app/api/clients/[id]/account/route';
import { GET as readClient } from '@/app/api/clients/[id]/route';
import { POST as mergeRoute } from '@/app/api/clients/[id]/merge/route';
import { POST as openCalendar } from '@/app/api/me/calendar/route';
import { GET as getMe } from '@/app/api/me/route';
import { POST as useReset } from '@/app/api/password-resets/[token]/route';
import { POST as askReset } from '@/app/api/password-resets/route';
import { POST as ticketRoute } from '@/app/api/realtime/ticket/route';
import { acts } from '@/lib/audit/documents';
import { findCalendarOwner } from '@/lib/auth/calendar-address';
import { accounts } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { startSession } from '@/lib/auth/start-session';
import { findClientById } from '@/lib/clients/find-client';
import { signIn } from '../../support/auth-door';
import { call, person, type Person, serveFrom } from '../../support/call-route';
import { mailsTo, secretIn } from '../../support/mails';
import { makeFile } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const PASSWORD = 'une phrase de couture';
let passwordHash = '';
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  passwordHash = await hashPassword(PASSWORD);
  owner = await person(db(), 'owner');
});

const file = (who: Person) => who.actor.clientId?.toHexString() ?? '';
const suspend = (target: Person, suspended: boolean, who: Person | undefined = owner) =>
  call(suspendRoute, { who, method: 'PATCH', params: { id: file(target) }, body: { suspended } });
async function client(): Promise<Person> {
  const who = await person(db(), 'client');
  await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { passwordHash } });
  return who;
}

it('an owner suspends a client: everything that came from the account ends at once, the file stays', async () => {
  const who = await client();
  const { email, id } = who.actor;
  const elsewhere = await signIn(email, PASSWORD, { address: '198.51.100.41' });
  const { body } = await call<{ url: string }>(openCalendar, { who, method: 'POST' });
  const calendar = new URL(body.url).searchParams.get('token') ?? '';
  await call(askReset, { body: { email } });
  const [mail] = await mailsTo(db(), email);
  const reset = secretIn(mail?.html ?? '', 'reset-password');

  const { status, body: suspended } = await suspend(who, true);
  expect([status, suspended['suspendedAt'], suspended['accountId']]).toEqual([
    200,
    expect.any(String),
    id.toHexString(),
  ]);
  for (const one of [who, { cookie: elsewhere.cookie } as Person]) {
    expect((await call(getMe, { who: one })).status).toBe(401);
    expect((await call(ticketRoute, { who: one, method: 'POST' })).status).toBe(401);
  }
  expect(await findCalendarOwner(db(), calendar)).toBeNull();
  const used = await call(useReset, { params: { token: reset }, body: { password: 'une toute autre phrase' } });
  expect(used.body['code']).toBe('token_invalid');
  await call(askReset, { body: { email } });
  expect((await mailsTo(db(), email)).filter(({ template }) => template === 'reset')).toHaveLength(1);
  const { body: read } = await call(readClient, { who: owner, params: { id: file(who) } });
  expect(read).toMatchObject({ name: who.actor.name, archived: false, suspendedAt: suspended['suspendedAt'] });
});

it('a session that was begun while the account was being closed does not come back when it is opened', async () => {
  const who = await client();
  await suspend(who, true);
  const late = await startSession(db(), { _id: who.actor.id, role: 'client' }, { userAgent: 'tard', remember: true });
  const { status, body } = await suspend(who, false);
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('suspendedAt');
  expect((await call(getMe, { who })).status).toBe(401);
  const sessions = db().db.collection<{ _id: string; revokedAt?: Date }>('sessions');
  expect((await sessions.findOne({ _id: late._id }))?.revokedAt).toBeInstanceOf(Date);
  const back = await signIn(who.actor.email, PASSWORD, { address: '198.51.100.42' });
  expect((await call(getMe, { who: { cookie: back.cookie } as Person })).status).toBe(200);
});

it('lifted twice, it ends nothing of who came back meanwhile', async () => {
  const who = await client();
  await suspend(who, true);
  await suspend(who, false);
  const back = await signIn(who.actor.email, PASSWORD, { address: '198.51.100.44' });
  const returned = { cookie: back.cookie } as Person;
  const { body } = await call<{ url: string }>(openCalendar, { who: returned, method: 'POST' });
  const { status, body: again } = await suspend(who, false);
  expect([status, again['suspendedAt']]).toEqual([200, undefined]);
  expect((await call(getMe, { who: returned })).status).toBe(200);
  expect(await findCalendarOwner(db(), new URL(body.url).searchParams.get('token') ?? '')).not.toBeNull();
});

it('tells it at the door to whoever knows the password, and to nobody else', async () => {
  const who = await client();
  await suspend(who, true);
  const said = async (email: string, password: string) => {
    const { response } = await signIn(email, password, { address: '198.51.100.43' });
    const { requestId: _one, ...rest } = (await response.json()) as Record<string, unknown>;
    return [response.status, rest];
  };
  expect(await said(who.actor.email, 'pas le bon')).toEqual(await said('personne@exemple.fr', 'pas le bon'));
  expect(await said(who.actor.email, PASSWORD)).toEqual([401, expect.objectContaining({ code: 'account_disabled' })]);
});

it('is the owner’s alone, and for a file with an account', async () => {
  const who = await client();
  for (const by of [await person(db(), 'couturier'), await person(db(), 'client'), who])
    expect((await suspend(who, true, by)).status).toBe(403);
  expect(
    (await call(suspendRoute, { method: 'PATCH', params: { id: file(who) }, body: { suspended: true } })).status,
  ).toBe(401);
  const bare = await makeFile(db(), 'Sans compte');
  for (const id of [bare.toHexString(), owner.actor.id.toHexString(), 'f'.repeat(24), 'zut']) {
    const answer = await call(suspendRoute, { who: owner, method: 'PATCH', params: { id }, body: { suspended: true } });
    expect(answer.status).toBe(404);
  }
  for (const body of [{}, { suspended: 'oui' }, { suspended: true, role: 'owner' }])
    expect((await call(suspendRoute, { who: owner, method: 'PATCH', params: { id: file(who) }, body })).status).toBe(
      400,
    );
  expect((await call(getMe, { who })).status).toBe(200);
});

it('is written into the journal once each way, asked twice or not, and goes with the account into another file', async () => {
  const who = await client();
  for (const on of [true, true, false, false, true]) await suspend(who, on);
  const lines = await acts(db()).find({ 'of.subjectId': who.actor.id }).sort({ _id: 1 }).toArray();
  expect(lines.map(({ kind, by }) => [kind, by?.accountId.equals(owner.actor.id)])).toEqual([
    ['accountClosed', true],
    ['accountOpened', true],
    ['accountClosed', true],
  ]);
  const into = await makeFile(db(), 'Ancien dossier');
  await call(mergeRoute, {
    who: owner,
    params: { id: file(who) },
    body: { intoId: into.toHexString() },
  });
  expect(await findClientById(db(), into)).toMatchObject({
    accountId: who.actor.id,
    suspendedAt: expect.any(Date) as Date,
  });
});
