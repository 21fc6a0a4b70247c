import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { signingKey } from '../../lib/secrets';
import { call, expect, expectAccessible, expectNoSideScroll, newClient, test } from './support/house';
import { ownHouse } from './support/houses';

interface Settings {
  kinds: { message: { email: boolean }; quote: { email: boolean } };
}

test('the link of a mail stops such mails with one click, without a sign-in, and they can be had again', async ({
  page,
  browser,
}) => {
  await newClient(page);
  const { id } = await call<{ id: string }>(page, 'get', '/me');
  // As the house's own mails bear it; they leave after minutes only.
  const secret = (await readFile(join(ownHouse().dataDir, 'auth-secret'), 'utf8')).trim().split('\n').join(',');
  const { kid, bytes } = await signingKey(secret, 'mailStop');
  const token = await new SignJWT({ kind: 'message' })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setSubject(id)
    .setAudience('fashionflow-mail-stop')
    .sign(bytes);
  const settings = () => call<Settings>(page, 'get', '/me/notification-settings');

  const context = await browser.newContext();
  const mailbox = await context.newPage();
  // A program that looks at every link of a mail stops nothing.
  await mailbox.request.get(`/fr/mail-stop/${token}`);
  expect((await settings()).kinds.message.email).toBe(true);
  await mailbox.goto(`/fr/mail-stop/${token}`);
  await expect(mailbox.getByRole('status').filter({ hasText: 'plus d’e-mails sur les messages' })).toBeVisible();
  expect((await settings()).kinds).toMatchObject({ message: { email: false }, quote: { email: true } });
  await expectAccessible(mailbox);
  await mailbox.setViewportSize({ width: 360, height: 780 });
  await expectNoSideScroll(mailbox);
  await mailbox.reload();
  await expect(mailbox.getByRole('status').filter({ hasText: 'plus d’e-mails' })).toBeVisible();
  await mailbox.getByRole('button', { name: 'Les recevoir de nouveau' }).click();
  await expect(mailbox.getByText('Vous recevez de nouveau')).toBeVisible();
  expect((await settings()).kinds.message.email).toBe(true);

  await mailbox.goto(`/en/mail-stop/${token.slice(0, -4)}`);
  await expect(mailbox.getByRole('heading', { name: 'This link is not the house’s' })).toBeVisible();
  await context.close();
});
