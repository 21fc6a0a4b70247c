import { beforeAll, describe, expect, it } from 'vitest';
import { POST as signUp } from '@/app/api/accounts/route';
import { POST as createClient } from '@/app/api/clients/route';
import { GET as listNotifications } from '@/app/api/notifications/route';
import { POST as changePassword } from '@/app/api/me/password/route';
import { POST as ask } from '@/app/api/password-resets/route';
import { accounts } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { notify } from '@/lib/notifications/notify';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const PASSWORD = 'une-phrase-bien-a-moi';
let french: Person;
let english: Person;

beforeAll(async () => {
  serveFrom(db());
  french = await person(db(), 'couturier', 'Claire Morel');
  english = await person(db(), 'couturier', 'Daisy Hill');
  const passwordHash = await hashPassword(PASSWORD);
  await accounts(db()).updateMany({}, { $set: { passwordHash } });
  await accounts(db()).updateOne({ _id: english.actor.id }, { $set: { locale: 'en' } });
});

/** Subjects of an address's mails, and the language each is written in. */
const subjects = async (who: Person) =>
  (await mailsTo(db(), who.actor.email)).map(({ subject, html }) => [subject, /<html lang="(\w+)"/.exec(html)?.[1]]);

describe('what the house writes to a person', () => {
  it('is in the language of their account, whoever or whatever asked for it', async () => {
    for (const who of [french, english]) {
      // The page that asks is in the other language.
      const headers = { 'accept-language': who === french ? 'en' : 'fr', 'x-forwarded-for': '192.0.2.9' };
      expect((await call(ask, { body: { email: who.actor.email }, headers })).status).toBe(202);
      const again = { name: 'X', email: who.actor.email, password: PASSWORD, locale: who === french ? 'en' : 'fr' };
      expect((await call(signUp, { body: again, headers })).status).toBe(201);
      const change = { current: PASSWORD, next: 'une-autre-phrase-a-moi' };
      expect((await call(changePassword, { who, body: change, headers })).status).toBe(204);
    }
    expect((await subjects(french)).sort()).toEqual([
      ['Choisir un nouveau mot de passe', 'fr'],
      ['Votre mot de passe a changé', 'fr'],
      ['Vous avez déjà un compte', 'fr'],
    ]);
    expect((await subjects(english)).map(([, language]) => language)).toEqual(['en', 'en', 'en']);
    for (const [subject] of await subjects(english)) expect(subject).not.toMatch(/mot de passe|compte/);
  });

  it('and a refusal, where the page says no language', async () => {
    const refusal = async (who: Person, headers = {}) =>
      (await call<{ detail: string; errors: { message: string }[] }>(createClient, { who, body: {}, headers })).body;
    const [fr, en] = [await refusal(french), await refusal(english)];
    expect(fr.detail).not.toBe(en.detail);
    expect(fr.errors[0]?.message).not.toBe(en.errors[0]?.message);
    expect((await refusal(english, { 'accept-language': 'fr' })).detail).toBe(fr.detail);
  });

  it('and a notification', async () => {
    for (const who of [french, english])
      await notify(db(), {
        accountId: who.actor.id,
        clientId: null,
        kind: 'message',
        title: { fr: 'Awa vous a écrit', en: 'Awa wrote to you' },
        text: { fr: 'Bonjour', en: 'Hello' },
        href: '/atelier/messages',
      });
    const title = async (who: Person) =>
      (await call<{ items: { title: string }[] }>(listNotifications, { who })).body.items[0]?.title;
    expect([await title(french), await title(english)]).toEqual(['Awa vous a écrit', 'Awa wrote to you']);
  });
});
