import { beforeAll, describe, expect, it } from 'vitest';
import { DELETE as withdraw, POST as accept } from '@/app/api/invitations/[token]/route';
import { GET as list, POST as invite } from '@/app/api/invitations/route';
import { accounts, tokens } from '@/lib/auth/documents';
import { DAY_MS } from '@/lib/calendar';
import { createClientFile } from '@/lib/clients/create-client';
import { clients } from '@/lib/clients/documents';
import { signIn } from '../../support/auth-door';
import { call, person, type Person, serveFrom } from '../../support/call-route';
import { mailsTo, secretIn } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let client: Person;
let visitor = 0;

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client');
});

const PASSWORD = 'une phrase de couture';
const open = (token: string, name = 'Rose Aubert') =>
  call(accept, {
    params: { token },
    body: { name, password: PASSWORD },
    headers: { 'x-forwarded-for': `203.0.113.${(visitor += 1)}` },
  });
async function secretFor(email: string): Promise<string> {
  const [mail] = await mailsTo(db(), email);
  return secretIn(mail?.html ?? '', 'invitations');
}

describe('inviting', () => {
  it('links a client’s account to the file that is there, and lets them in', async () => {
    const file = await createClientFile(db(), { name: 'Rose Aubert', email: 'rose@exemple.fr' });
    const answer = await call(invite, {
      who: couturier,
      body: { email: 'Rose@exemple.fr', role: 'client', clientId: file._id.toHexString() },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ email: 'rose@exemple.fr', role: 'client', clientId: file._id.toHexString() });
    expect(JSON.stringify(answer.body)).not.toContain('hash');
    const token = await secretFor('rose@exemple.fr');
    const accepted = await open(token);
    expect(accepted.status).toBe(201);
    const account = await accounts(db()).findOne({ email: 'rose@exemple.fr' });
    expect(account).toMatchObject({ role: 'client', clientId: file._id });
    expect((await clients(db()).findOne({ _id: file._id }))?.accountId).toEqual(account?._id);
    expect(await clients(db()).countDocuments({ email: 'rose@exemple.fr' })).toBe(1);
    expect((await signIn('rose@exemple.fr', PASSWORD)).response.status).toBe(200);
    expect((await open(token)).body['code']).toBe('token_invalid');
  });

  it('opens a file for a client who has none', async () => {
    await call(invite, { who: couturier, body: { email: 'neuve@exemple.fr', role: 'client' } });
    await open(await secretFor('neuve@exemple.fr'), 'Neuve Personne');
    expect(await clients(db()).findOne({ email: 'neuve@exemple.fr' })).toMatchObject({ name: 'Neuve Personne' });
  });

  it('lets the owner invite staff, and nobody else', async () => {
    const body = { email: 'louise@exemple.fr', role: 'couturier' };
    expect((await call(invite, { who: couturier, body })).status).toBe(403);
    expect((await call(invite, { who: owner, body })).status).toBe(201);
    await open(await secretFor('louise@exemple.fr'), 'Louise Petit');
    expect(await accounts(db()).findOne({ email: 'louise@exemple.fr' })).toMatchObject({ role: 'couturier' });
    for (const who of [client, undefined]) expect((await call(invite, { who, body })).status).toBe(who ? 403 : 401);
  });

  it('refuses an address that has an account, a file that has one, and an unknown file', async () => {
    const taken = { email: client.actor.email, role: 'client' };
    expect((await call(invite, { who: couturier, body: taken })).body['code']).toBe('email_taken');
    const linked = { email: 'a@exemple.fr', role: 'client', clientId: client.actor.clientId?.toHexString() };
    expect((await call(invite, { who: couturier, body: linked })).status).toBe(409);
    const unknown = { email: 'a@exemple.fr', role: 'client', clientId: 'f'.repeat(24) };
    expect((await call(invite, { who: couturier, body: unknown })).status).toBe(404);
  });

  it('ends after seven days, when replaced, and when taken back', async () => {
    const body = { email: 'tard@exemple.fr', role: 'client' };
    await call(invite, { who: couturier, body });
    const first = await secretFor('tard@exemple.fr');
    const again = await call(invite, { who: couturier, body });
    expect((await open(first)).status).toBe(422);
    const second = await secretFor('tard@exemple.fr');
    const kept = await tokens(db()).findOne({ email: 'tard@exemple.fr', usedAt: { $exists: false } });
    expect((kept?.expiresAt.getTime() ?? 0) - (kept?.createdAt.getTime() ?? 0)).toBe(7 * DAY_MS);
    expect(
      (await call(withdraw, { who: client, method: 'DELETE', params: { token: String(again.body['id']) } })).status,
    ).toBe(403);
    expect(
      (await call(withdraw, { who: couturier, method: 'DELETE', params: { token: String(again.body['id']) } })).status,
    ).toBe(204);
    expect((await open(second)).status).toBe(422);
    await call(invite, { who: couturier, body });
    const third = await secretFor('tard@exemple.fr');
    await tokens(db()).updateMany({ email: 'tard@exemple.fr' }, { $set: { expiresAt: new Date(Date.now() - 1) } });
    expect((await open(third)).status).toBe(422);
    expect(await accounts(db()).countDocuments({ email: 'tard@exemple.fr' })).toBe(0);
  });

  it('shows a couturier the invitations to clients, the owner all of them', async () => {
    await call(invite, { who: owner, body: { email: 'equipe@exemple.fr', role: 'couturier' } });
    await call(invite, { who: couturier, body: { email: 'cliente@exemple.fr', role: 'client' } });
    const seen = async (who: Person) => {
      const { body } = await call<{ items: { email: string }[] }>(list, { who });
      return body.items.map(({ email }) => email);
    };
    expect(await seen(owner)).toEqual(expect.arrayContaining(['equipe@exemple.fr', 'cliente@exemple.fr']));
    expect(await seen(couturier)).not.toContain('equipe@exemple.fr');
    expect((await call(list, { who: client })).status).toBe(403);
  });
});
