import type { Account, Profile, User } from 'next-auth';
import { beforeAll, expect, it } from 'vitest';
import { accounts } from '@/lib/auth/documents';
import { type AuthCallState, authOptions } from '@/lib/web/auth-options';
import { person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

/** What next-auth asks of the house once Google has said who somebody is. */
async function comeIn(email: string, verified = true): Promise<{ answer: unknown; state: AuthCallState }> {
  const state: AuthCallState = {};
  const options = authOptions(
    {
      db: db(),
      secret: 'x'.repeat(32),
      formSecret: 'y',
      locale: 'fr',
      secure: false,
      userAgent: '',
      remember: true,
      proof: {},
    },
    state,
  );
  const answer = await options.callbacks?.signIn?.({
    user: {} as User,
    account: { provider: 'google', providerAccountId: `google-${email}`, type: 'oauth' } as Account,
    profile: { email, email_verified: verified, name: 'Claire Morel' } as Profile,
  });
  return { answer, state };
}

it('Google’s word is one key: whoever has a second one is sent to the house’s own door', async () => {
  const { account } = await couturier();
  expect(await comeIn(account.email)).toMatchObject({ answer: true, state: { account: { _id: account._id } } });
  await accounts(db()).updateOne({ _id: account._id }, { $set: { secondKey: true } });
  const { answer, state } = await comeIn(account.email);
  expect(answer).toBe('/fr/sign-in?error=second');
  // No session is begun without it.
  expect(state.account).toBeUndefined();
});

it('a closed account is told so, and gets no session', async () => {
  const { account } = await couturier();
  await accounts(db()).updateOne({ _id: account._id }, { $set: { disabled: true } });
  const { answer, state } = await comeIn(account.email);
  expect([answer, state.account]).toEqual(['/fr/sign-in?error=closed', undefined]);
});

it('an address that Google has not verified opens nothing', async () => {
  const { account } = await couturier();
  const { answer, state } = await comeIn(account.email, false);
  expect(answer).toBe(false);
  expect(state.account).toBeUndefined();
});

async function couturier() {
  const { actor } = await person(db(), 'couturier');
  const account = await accounts(db()).findOne({ _id: actor.id });
  if (!account) throw new Error('the couturier has no account');
  return { account };
}

it('a namesake of somebody who works here goes by their address, for Google cannot ask for another name', async () => {
  await person(db(), 'couturier', 'Claire Morel');
  const { state } = await comeIn('claire.m@exemple.fr');
  expect(state.account).toMatchObject({ role: 'client', name: 'claire.m' });
});
