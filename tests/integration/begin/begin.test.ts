import { beforeEach, describe, expect, it } from 'vitest';
import * as begin from '@/app/api/begin/route';
import * as firstSteps from '@/app/api/begin/first-steps/route';
import { POST as hand } from '@/app/api/invitations/[token]/link/route';
import { POST as accept } from '@/app/api/invitations/[token]/route';
import { POST as invite } from '@/app/api/invitations/route';
import * as houseRoute from '@/app/api/house/route';
import { acts } from '@/lib/audit/documents';
import { accounts, tokens } from '@/lib/auth/documents';
import { beginHouse, closeBeginning, isKey, isOwnerless } from '@/lib/begin/begin-house';
import { beginnings } from '@/lib/begin/documents';
import { house } from '@/lib/house/documents';
import { LIMITS } from '@/lib/limits';
import { signIn } from '../../support/auth-door';
import { call, person, serveFrom } from '../../support/call-route';
import { mailsTo, secretIn } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const PASSWORD = 'sept aiguilles sous la lampe';
let callers = 0;

beforeEach(async () => {
  serveFrom(db());
  for (const collection of [beginnings(db()), accounts(db()), house(db()), tokens(db()), acts(db())])
    await collection.deleteMany({} as never);
});

const from = (address = `198.51.100.${(callers += 1)}`) => ({ 'x-forwarded-for': address });
const open = (key: string, change: object = {}, headers = from()) =>
  call(begin.POST, {
    body: { key, name: 'Aïda Ndiaye', email: 'aida@exemple.sn', password: PASSWORD, ...change },
    headers,
  });
const begun = async (): Promise<string> => (await beginHouse(db(), 'fr')) ?? '';

describe('the key of a new house', () => {
  it('is of 256 bits, kept as a hash only, and makes the owner who then signs in', async () => {
    const key = await begun();
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await beginnings(db()).find().toArray())).not.toContain(key);
    const answer = await open(key);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ email: 'aida@exemple.sn' });
    expect(await accounts(db()).find().toArray()).toMatchObject([{ role: 'owner', email: 'aida@exemple.sn' }]);
    expect((await accounts(db()).findOne({}))?.emailProvedAt).toBeUndefined();
    expect(await acts(db()).find().toArray()).toMatchObject([{ kind: 'houseOpened' }]);
    expect((await signIn('aida@exemple.sn', PASSWORD)).response.status).toBe(200);
    expect(await isOwnerless(db())).toBe(false);
  });

  it('opens nothing when it is another', async () => {
    const key = await begun();
    for (const wrong of ['x', key.slice(1), `${key}x`, key.toUpperCase()])
      expect((await open(wrong)).body['code']).toBe('token_invalid');
    expect(await accounts(db()).countDocuments()).toBe(0);
    expect(await isOwnerless(db())).toBe(true);
  });

  it('serves once, also for two who come together', async () => {
    const key = await begun();
    const both = await Promise.all([open(key), open(key, { email: 'autre@exemple.sn' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await open(key, { email: 'tard@exemple.sn' })).body['code']).toBe('token_invalid');
    expect(await accounts(db()).countDocuments({ role: 'owner' })).toBe(1);
  });

  it('changes at each start, and there is none once the house has its owner', async () => {
    const first = await begun();
    const second = await begun();
    expect(second).not.toBe(first);
    expect((await open(first)).body['code']).toBe('token_invalid');
    expect((await open(second)).status).toBe(201);
    expect(await beginHouse(db(), 'fr')).toBeUndefined();
    expect(await isKey(db(), second)).toBe(false);
  });

  it('ends when an owner came another way', async () => {
    const key = await begun();
    await person(db(), 'owner');
    expect(await beginHouse(db(), 'fr')).toBeUndefined();
    expect((await open(key)).body['code']).toBe('token_invalid');
    await beginnings(db()).deleteMany({});
    await accounts(db()).deleteMany({});
    const other = await begun();
    await closeBeginning(db());
    expect((await open(other)).body['code']).toBe('token_invalid');
  });

  it('stays good when what was written is refused, by the house’s own law of passwords', async () => {
    const key = await begun();
    expect((await open(key, { password: 'court' })).status).toBe(400);
    expect((await open(key, { password: 'AidaNdiaye2026' })).body['code']).toBe('weak_password');
    expect((await open(key)).status).toBe(201);
  });

  it('cannot be tried again and again', async () => {
    const key = await begun();
    const headers = from('198.51.100.250');
    for (let n = 0; n < LIMITS.beginHouse.points; n += 1) expect((await open('wrong', {}, headers)).status).toBe(422);
    const refused = await open(key, {}, headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Elsewhere the owner still comes in.
    expect((await open(key)).status).toBe(201);
  });
});

it('a new house has nobody’s name and nobody’s address, in the language it begins in', async () => {
  await beginHouse(db(), 'en');
  expect(await house(db()).findOne({})).toMatchObject({
    name: 'The house',
    address: '',
    phone: '',
    email: '',
    locale: 'en',
  });
});

describe('the first steps', () => {
  const left = async (who: Awaited<ReturnType<typeof person>>, body: object = {}) =>
    call(firstSteps.PATCH, { who, method: 'PATCH', body });

  it('are done by what the house shows, or left as proposed; the owner alone says so', async () => {
    await begun();
    const owner = await person(db(), 'owner');
    await closeBeginning(db());
    expect((await left(owner)).body).toEqual({ done: ['you'], putAway: false });
    const { body: before } = await call(houseRoute.GET, { who: owner });
    const saved = await call(houseRoute.PATCH, {
      who: owner,
      method: 'PATCH',
      body: {
        version: before['version'],
        name: 'Maison Ndiaye',
        address: '12, rue Félix-Faure, Dakar',
        currency: 'XOF',
      },
    });
    expect(saved.status).toBe(200);
    expect((await left(owner, { settled: 'hours' })).body['done']).toEqual(['you', 'house', 'hours']);
    await call(invite, { who: owner, body: { email: 'mariama@exemple.sn', role: 'couturier' } });
    expect((await left(owner)).body['done']).toEqual(['you', 'house', 'people', 'hours']);
    expect((await left(owner, { putAway: true })).body['putAway']).toBe(true);
    expect((await left(owner, { settled: 'you' })).status).toBe(400);
    expect((await left(await person(db(), 'couturier'))).status).toBe(403);
    expect((await left(await person(db(), 'client'))).status).toBe(403);
    expect((await call(firstSteps.PATCH, { method: 'PATCH', body: {} })).status).toBe(401);
  });

  it('are none of a house that did not begin here', async () => {
    expect((await left(await person(db(), 'owner'))).status).toBe(404);
  });
});

describe('an invitation handed over', () => {
  it('opens in place of the one sent by e-mail, and proves no address', async () => {
    const owner = await person(db(), 'owner');
    const { body } = await call(invite, { who: owner, body: { email: 'ousmane@exemple.sn', role: 'couturier' } });
    const mailed = secretIn((await mailsTo(db(), 'ousmane@exemple.sn'))[0]?.html ?? '', 'invitations');
    const token = String(body['id']);
    const answer = await call(hand, { who: owner, method: 'POST', params: { token } });
    expect(answer.status).toBe(200);
    const secret = String(answer.body['url']).split('/').at(-1) ?? '';
    const come = (given: string) =>
      call(accept, { params: { token: given }, body: { name: 'Ousmane Ba', password: PASSWORD }, headers: from() });
    expect((await come(mailed)).body['code']).toBe('token_invalid');
    expect((await come(secret)).status).toBe(201);
    const account = await accounts(db()).findOne({ email: 'ousmane@exemple.sn' });
    expect(account).toMatchObject({ role: 'couturier' });
    expect(account?.emailProvedAt).toBeUndefined();
    expect((await call(hand, { who: owner, method: 'POST', params: { token } })).status).toBe(404);
  });

  it('is the owner’s to hand over, and never a client’s', async () => {
    const owner = await person(db(), 'owner');
    const couturier = await person(db(), 'couturier');
    const client = await call(invite, { who: owner, body: { email: 'awa@exemple.sn', role: 'client' } });
    const staff = await call(invite, { who: owner, body: { email: 'fatou@exemple.sn', role: 'couturier' } });
    const link = (who: typeof owner | undefined, answer: typeof client) =>
      call(hand, { who, method: 'POST', params: { token: String(answer.body['id']) } });
    expect((await link(owner, client)).status).toBe(404);
    expect((await link(couturier, staff)).status).toBe(403);
    expect((await link(undefined, staff)).status).toBe(401);
  });
});
