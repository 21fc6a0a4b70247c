import type { Locator, Page } from '@playwright/test';
import {
  another,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
} from './support/house';
import { request } from './support/orders';

/** Keeps the scripts of the page from coming until what it gives back is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const held: (() => void)[] = [];
  let holding = true;
  await page.route('**/*.js', async (route) => {
    if (holding) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  return () => {
    holding = false;
    held.forEach((go) => go());
  };
}

const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const someone = () => `Rose ${crypto.randomUUID().slice(0, 8)}`;

test.describe('what is typed', () => {
  test('of a quote stays through tabs, reloads and two windows; numbers are asked where they can mislead', async ({
    page,
    browser,
  }) => {
    await newClient(page, someone());
    const order = await request(page);
    const { page: desk, leave } = await another(browser, COUTURIER);
    await desk.goto(`/fr/atelier/orders/${order.id}?tab=quotes`);
    const panel = desk.getByRole('tabpanel');
    await button(panel, 'Écrire un devis').click();
    const line = panel.getByRole('listitem').first();
    await line.getByLabel('Désignation').fill('Façon');
    await line.getByLabel('TVA').fill('20 pour sang');
    await line.getByLabel('Prix unitaire').fill('1,200');
    await line.getByLabel('Désignation').focus();
    await expect(line.getByRole('status')).toContainText('Mille deux cents euros, ou un euro et vingt centimes');
    await expectAccessible(desk);
    // A sum that does not count the line says so, and the ring is the field's, not that of all under the tabs.
    await expect(panel.getByText('Sans une ligne qui ne se lit pas encore')).toBeVisible();
    await expect(desk.locator('[data-focus-visible]').filter({ has: desk.getByRole('tablist') })).toHaveCount(0);

    // An unreadable tax is no quote without tax.
    await button(desk, 'Envoyer le devis').click();
    await expect(line.getByLabel('TVA')).toHaveAccessibleDescription(/ne se lit pas ici/);
    await expect(desk.getByText('Devis envoyé.')).toHaveCount(0);
    await line.getByLabel('TVA').fill('20 %');
    await button(line, '1\u00a0200,00\u00a0€').click();
    await expect(line.getByText('mille deux cents euros', { exact: true })).toBeVisible();
    await expect(panel.getByText('Sans une ligne qui ne se lit pas encore')).toHaveCount(0);

    // Another tab of the page, a reload, another window: nothing is lost.
    await desk.getByRole('tab', { name: /Mesures/ }).click();
    await desk.getByRole('tab', { name: /Devis/ }).click();
    await expect(line.getByLabel('Désignation')).toHaveValue('Façon');
    await desk.reload();
    await expect(line.getByLabel('Prix unitaire')).toHaveValue('1\u00a0200,00');
    const other = await desk.context().newPage();
    await other.goto(desk.url());
    const mirrored = other.getByRole('tabpanel').getByRole('listitem').first().getByLabel('Désignation');
    await expect(mirrored).toHaveValue('Façon');
    await mirrored.fill('Façon, robe courte');
    await expect(line.getByLabel('Désignation')).toHaveValue('Façon, robe courte');
    await other.close();

    for (const width of [390, 1280, 1440]) {
      await desk.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(desk);
      const box = await line.getByLabel('Désignation').boundingBox();
      expect(box?.width, `the name of a line can be read at ${width}`).toBeGreaterThan(200);
    }

    // Signing out leaves nothing for who comes next.
    await desk
      .evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('ff-draft:')))
      .then((names) => expect(names).toHaveLength(1));
    await button(desk, 'Abandonner').click();
    expect(await desk.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('ff-draft:')))).toEqual(
      [],
    );
    await leave();
  });

  test('of a long quote on a phone: the button leads to the price that is asked about, and then sends', async ({
    page,
    browser,
  }) => {
    await newClient(page, someone());
    const order = await request(page);
    const { page: desk, leave } = await another(browser, COUTURIER);
    await desk.setViewportSize({ width: 390, height: 700 });
    await desk.goto(`/fr/atelier/orders/${order.id}?tab=quotes`);
    const panel = desk.getByRole('tabpanel');
    await button(panel, 'Écrire un devis').click();
    const lines = panel.getByRole('listitem');
    for (const [at, price] of ['1 365 000', '80', '95'].entries()) {
      if (at > 0) await button(panel, 'Ajouter une ligne').click();
      await lines
        .nth(at)
        .getByLabel('Désignation')
        .fill(`Ligne ${at + 1}`);
      await lines.nth(at).getByLabel('Prix unitaire').fill(price);
    }
    const dear = lines.first();
    const send = button(desk, 'Envoyer le devis');
    await send.click();
    // The question comes to who pressed, wherever on the page it stands.
    await expect(dear.getByLabel('Prix unitaire')).toBeFocused();
    await expect(dear.getByRole('status')).toContainText('pour « Ligne 1 »');
    await expect(dear.getByRole('status')).toBeInViewport();
    await expectNoSideScroll(desk);
    await expectAccessible(desk);
    await expect(desk.getByText('Devis envoyé.')).toHaveCount(0);
    await button(dear, 'Oui, c’est juste').click();
    // A line without a price is no line of nothing.
    await lines.nth(2).getByLabel('Prix unitaire').fill('');
    await send.click();
    await expect(lines.nth(2).getByLabel('Prix unitaire')).toBeFocused();
    await lines.nth(2).getByLabel('Prix unitaire').fill('95');
    await send.click();
    await expect(desk.getByText('Devis envoyé.')).toBeVisible();
    // No sum of the quote that was sent is cut off at the edge of the phone.
    const sent = desk.getByRole('group', { name: 'Lignes du devis' }).first();
    await expect(sent).toContainText('1\u202f365\u202f000,00');
    expect(await sent.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await leave();
  });

  test('as a sum in English has the comma of thousands', async ({ page }) => {
    await signIn(page, COUTURIER);
    await page.goto('/en/atelier/models/new');
    const price = page.getByLabel(/price/i).first();
    await price.fill('1,200');
    await expect(page.getByText('one thousand two hundred euros', { exact: true })).toBeVisible();
  });

  test('before the scripts come is kept', async ({ page }) => {
    const free = await holdScripts(page);
    await page.goto('/fr/sign-in', { waitUntil: 'commit' });
    const mail = page.getByLabel('Adresse e-mail');
    await mail.fill('awa@exemple.fr');
    free();
    // The form is alive once its scripts answer: an empty password is said.
    await expect(async () => {
      await page.locator('form button[type=submit]').click();
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(mail).toHaveValue('awa@exemple.fr');
  });
});

test('a button pressed before the scripts come is answered when they are there', async ({ page }) => {
  const free = await holdScripts(page);
  await page.goto('/fr/sign-in', { waitUntil: 'commit' });
  const eye = page.getByRole('button', { name: 'Montrer le mot de passe' });
  await eye.click();
  await expect(eye).toHaveAttribute('aria-pressed', 'false');
  free();
  await expect(page.getByRole('button', { name: /mot de passe/, pressed: true })).toBeVisible();
});
