import { beforeAll, describe, expect, it } from 'vitest';
import { POST as signUp } from '@/app/api/accounts/route';
import { accounts } from '@/lib/auth/documents';
import { clients } from '@/lib/clients/documents';
import { createClientFile } from '@/lib/clients/create-client';
import { signIn } from '../../support/auth-door';
import { call, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

let visitor = 0;
const address = () => ({ 'x-forwarded-for': `203.0.113.${(visitor += 1)}` });
const body = (email: string, more: Record<string, unknown> = {}) => ({
  name: 'Awa Diallo',
  email,
  password: 'le fil commence ici',
  ...more,
});

describe('signing up', () => {
  it('opens the account and its client file together, welcomes, and lets in', async () => {
    const answer = await call(signUp, { body: body('Awa@Exemple.fr', { locale: 'en' }), headers: address() });
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(['id']);
    const account = await accounts(db()).findOne({ email: 'awa@exemple.fr' });
    expect(account).toMatchObject({ role: 'client', locale: 'en', name: 'Awa Diallo' });
    expect(account?._id.toHexString()).toBe(answer.body['id']);
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const file = await clients(db()).findOne({ _id: account?.clientId });
    expect(file).toMatchObject({ name: 'Awa Diallo', email: 'awa@exemple.fr', accountId: account?._id });
    const [mail] = await mailsTo(db(), 'awa@exemple.fr');
    expect(mail).toMatchObject({ template: 'welcome', subject: 'Welcome to the house' });
    expect(mail?.html).toContain('the thread begins');
    expect((await signIn('awa@exemple.fr', 'le fil commence ici')).response.status).toBe(200);
  });

  it('answers the same for a known address, changes nothing, and tells its owner', async () => {
    await call(signUp, { body: body('nora@exemple.fr'), headers: address() });
    const before = await accounts(db()).findOne({ email: 'nora@exemple.fr' });
    const again = await call(signUp, { body: body('NORA@exemple.fr', { name: 'Autre' }), headers: address() });
    expect(again.status).toBe(201);
    expect(again.body['id']).toMatch(/^[0-9a-f]{24}$/);
    expect(await accounts(db()).findOne({ email: 'nora@exemple.fr' })).toEqual(before);
    expect(await clients(db()).countDocuments({ email: 'nora@exemple.fr' })).toBe(1);
    const sent = await mailsTo(db(), 'nora@exemple.fr');
    expect(sent.map(({ template }) => template).sort()).toEqual(['addressKnown', 'welcome']);
  });

  it('makes one account of two sign-ups at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => call(signUp, { body: body('course@exemple.fr'), headers: address() })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await accounts(db()).countDocuments({ email: 'course@exemple.fr' })).toBe(1);
    expect(await clients(db()).countDocuments({ email: 'course@exemple.fr' })).toBe(1);
  });

  it('does not give away a file that a couturier opened with that address', async () => {
    const file = await createClientFile(db(), { name: 'Rose Aubert', email: 'rose@exemple.fr' });
    await call(signUp, { body: body('rose@exemple.fr'), headers: address() });
    const account = await accounts(db()).findOne({ email: 'rose@exemple.fr' });
    expect(account?.clientId?.equals(file._id)).toBe(false);
    expect((await clients(db()).findOne({ _id: file._id }))?.accountId).toBeUndefined();
  });

  it('replays an Idempotency-Key, and refuses it for another body', async () => {
    const headers = { ...address(), 'idempotency-key': 'clef-1' };
    const first = await call(signUp, { body: body('clef@exemple.fr'), headers });
    const second = await call(signUp, { body: body('clef@exemple.fr'), headers });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect((await call(signUp, { body: body('autre@exemple.fr'), headers })).body['code']).toBe('idempotency_mismatch');
  });

  it('says what is to be mended, field by field, in the caller’s language', async () => {
    const answer = await call<{ errors: { path: string; code: string }[]; title: string }>(signUp, {
      body: { name: ' ', email: 'awa@exemple', password: 'court', role: 'owner' },
      headers: { ...address(), 'accept-language': 'en' },
    });
    expect(answer.status).toBe(400);
    const seen = Object.fromEntries(answer.body.errors.map(({ path, code }) => [path, code]));
    expect(seen).toEqual({ name: 'name', email: 'email', password: 'passwordShort', role: 'unknownField' });
    const common = await call<{ errors: { code: string }[] }>(signUp, {
      body: body('bonne@exemple.fr', { password: 'Motdepasse-1234' }),
      headers: address(),
    });
    expect(common.body.errors.map(({ code }) => code)).toEqual(['passwordCommon']);
  });

  it('refuses a foreign origin and too many tries on one address', async () => {
    const foreign = await call(signUp, { body: body('x@exemple.fr'), headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await call(signUp, { body: body('limite@exemple.fr'), headers: address() })).status).toBe(201);
    const limited = await call(signUp, { body: body('limite@exemple.fr'), headers: address() });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
