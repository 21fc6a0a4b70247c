import { chromium, type Browser, type Page } from '@playwright/test';
import { linkInMail } from './support/mails';
import { expect, OWN_PASSWORD, OWNER, PASSWORD, test, watch } from './support/house';

/** A name of a house's own network: no browser takes plain http there for a safe context. */
const NAME = 'atelier.lan';

let browser: Browser;
let elsewhere: string;

test.beforeAll(async ({ baseURL, launchOptions }) => {
  browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
  const url = new URL(baseURL ?? '');
  url.hostname = NAME;
  elsewhere = url.origin;
});
test.afterAll(() => browser.close());

async function open(path: string): Promise<{ page: Page; end: () => Promise<void> }> {
  const context = await browser.newContext({ baseURL: elsewhere, locale: 'fr-FR' });
  const page = await context.newPage();
  const check = watch(page);
  await page.goto(path);
  // Else this would be a test of localhost.
  expect(await page.evaluate(() => [window.isSecureContext, 'clipboard' in navigator, 'randomUUID' in crypto])).toEqual(
    [false, false, false],
  );
  return {
    page,
    end: async () => {
      check();
      await context.close();
    },
  };
}

async function comeIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

test('on a plain http name of the house’s network one signs up and writes', async () => {
  const { page, end } = await open('/fr/sign-up');
  const email = `lan-${crypto.randomUUID()}@example.test`;
  await page.getByLabel('Prénom et nom').fill('Maud Perrin');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(OWN_PASSWORD);
  await page.getByText('J’ai lu').click();
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(page).toHaveURL(/\/fr\/account$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maud');

  await page.goto('/fr/account/messages/new');
  await page.getByText('Claire Morel', { exact: true }).click();
  await page.getByLabel('Vos premiers mots').last().fill('Bonjour, une robe pour mars ?');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page).toHaveURL(/\/fr\/account\/messages\/[0-9a-f]{24}$/);
  await expect(page.getByRole('article').filter({ hasText: 'une robe pour mars' })).toBeVisible();
  await end();
});

test('there one invites, and copies what is to be pasted elsewhere', async () => {
  const { page, end } = await open('/fr/sign-in');
  await comeIn(page, OWNER, PASSWORD);
  await expect(page).toHaveURL(/\/fr\/atelier$/);
  const email = `lan-${crypto.randomUUID()}@example.test`;
  await page.goto('/fr/atelier/house#team');
  await page.getByRole('button', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Adresse e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(email)).toBeVisible();
  const invited = await open(new URL(await linkInMail(email, 'invitations')).pathname);
  await invited.page.getByLabel('Prénom et nom').fill('Louise Petit');
  await invited.page.getByLabel('Mot de passe', { exact: true }).fill(OWN_PASSWORD);
  await invited.page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(invited.page).toHaveURL(/\/fr\/atelier$/);

  // Whoever was invited a moment ago has no address yet, and nobody else's is closed by this.
  await invited.page.goto('/fr/atelier/settings#calendar');
  await invited.page.getByRole('button', { name: 'Créer mon adresse' }).click();
  const address = await invited.page.getByLabel('Adresse secrète de votre agenda').inputValue();
  await invited.page.getByRole('button', { name: 'Copier l’adresse' }).click();
  await expect(invited.page.getByText('Adresse copiée')).toBeVisible();
  await invited.page.goto('/fr/atelier/clients');
  const search = invited.page.getByLabel('Nom, e-mail ou téléphone');
  await search.focus();
  await invited.page.keyboard.press('ControlOrMeta+V');
  await expect(search).toHaveValue(address);
  await invited.end();
  await end();
});
