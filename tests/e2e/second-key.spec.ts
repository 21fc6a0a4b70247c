import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { call, expect, expectAccessible, OWN_PASSWORD, OWNER, signIn, test, visitor } from './support/house';
import { linkInMail } from './support/mails';

/** A browser with an authenticator in it that says yes (WebAuthn by the browser's own test door). */
async function withAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Somebody new of the staff, so that nobody else's account gets a key. */
async function newCouturier(page: Page): Promise<string> {
  const email = `couture-${randomUUID()}@example.test`;
  await signIn(page, OWNER);
  await call(page, 'post', '/invitations', { email, role: 'couturier' });
  const token = (await linkInMail(email, 'invitations')).split('/').at(-1);
  await call(page, 'post', `/invitations/${token}`, { name: 'Sofia Lindqvist', password: OWN_PASSWORD });
  return email;
}

async function openDoor(page: Page, email: string): Promise<void> {
  await page.goto('/fr/sign-in');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

test('an app with codes: added, asked for at the door, a code on paper for the day it is lost', async ({
  page,
  browser,
}) => {
  const email = await newCouturier(page);
  await page.context().clearCookies();
  await openDoor(page, email);
  await expect(page).toHaveURL(/\/fr\/atelier/);
  await page.goto('/fr/atelier/settings');
  await page.getByRole('button', { name: 'Ajouter une application' }).click();
  await page.getByRole('textbox', { name: 'Votre mot de passe' }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Continuer' }).click();
  const secret = ((await page.locator('.key-secret').textContent()) ?? '').replace(/\s/g, '');
  await expectAccessible(page);
  const code = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByText('n’ouvre pas')).toBeVisible();
  await page.getByLabel('Code à six chiffres').fill(code(-1));
  await page.getByRole('button', { name: 'Vérifier' }).click();
  const codes = page.getByRole('dialog').or(page.getByRole('alertdialog')).locator('li code');
  await expect(codes).toHaveCount(10);
  const paper = (await codes.first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  await expect(page.getByText('Il en reste 10 sur 10')).toBeVisible();

  const elsewhere = await visitor(browser);
  await openDoor(elsewhere.page, email);
  await expect(elsewhere.page.getByRole('heading', { name: 'Votre seconde clé' })).toBeVisible();
  await expectAccessible(elsewhere.page);
  await elsewhere.page.getByLabel('Code', { exact: true }).fill('111111');
  await elsewhere.page.getByRole('button', { name: 'Entrer' }).click();
  await expect(elsewhere.page.getByText('Ce code n’ouvre pas')).toBeVisible();
  await elsewhere.page.getByLabel('Code', { exact: true }).fill(code(0));
  await elsewhere.page.getByRole('button', { name: 'Entrer' }).click();
  await expect(elsewhere.page).toHaveURL(/\/fr\/atelier/);
  await elsewhere.page.context().clearCookies();
  await openDoor(elsewhere.page, email);
  await elsewhere.page.getByLabel('Code', { exact: true }).fill(paper.toLowerCase());
  await elsewhere.page.getByRole('button', { name: 'Entrer' }).click();
  await expect(elsewhere.page).toHaveURL(/\/fr\/atelier/);
  await elsewhere.leave();
});

test('a passkey: made by the browser, shown at the door', async ({ page }) => {
  const email = await newCouturier(page);
  await page.context().clearCookies();
  await openDoor(page, email);
  await expect(page).toHaveURL(/\/fr\/atelier/);
  await withAuthenticator(page);
  await page.goto('/fr/atelier/settings');
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByLabel('Nom de la clé').fill('Machine de l’atelier');
  await page.getByRole('textbox', { name: 'Votre mot de passe' }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  await expect(page.getByText('Machine de l’atelier')).toBeVisible();
  await page.context().clearCookies();
  await openDoor(page, email);
  await page.getByRole('button', { name: 'Montrer ma clé d’accès' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier/);
  await page.goto('/fr/atelier/settings');
  await expect(page.getByText(/^Utilisée le/)).toBeVisible();
});
