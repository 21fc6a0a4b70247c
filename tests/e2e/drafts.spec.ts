import type { Locator, Page } from '@playwright/test';
import {
  another,
  call,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
} from './support/house';
import { request } from './support/orders';

const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const box = (within: Page | Locator, name: string): Locator => within.getByRole('textbox', { name, exact: true });
const tag = () => crypto.randomUUID().slice(0, 8);
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('ff-draft:')));

test.describe('what is typed and not sent', () => {
  test('of a new client file stays through other pages and a reload, and goes when the file is there', async ({
    page,
  }) => {
    await signIn(page, COUTURIER);
    const name = `Rose Faye ${tag()}`;
    await page.goto('/fr/atelier/clients/new');
    await box(page, 'Nom').fill(name);
    await box(page, 'Allergies').fill('Nickel');
    await page.getByRole('link', { name: 'Commandes' }).first().click();
    await expect(page).toHaveURL(/orders/);
    await page.goto('/fr/atelier/clients/new');
    await expect(box(page, 'Nom')).toHaveValue(name);
    await page.reload();
    await expect(box(page, 'Allergies')).toHaveValue('Nickel');
    await expect(page.getByText('Brouillon gardé')).toBeVisible();
    // What lies in the browser says nothing to who opens its tools.
    const lies = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(lies).toContain('ff-draft:');
    expect(lies).not.toMatch(/Nickel|Rose Faye/);
    await expectAccessible(page);
    await button(page, 'Ouvrir le dossier').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await kept(page)).toEqual([]);

    // An edit is kept over the version it was begun at, and given up where one says so.
    await button(page, 'Modifier').click();
    const sheet = page.getByRole('dialog');
    await box(sheet, 'Adresse').fill('8, rue des Martyrs');
    await page.reload();
    await button(page, 'Modifier').click();
    await expect(box(sheet, 'Adresse')).toHaveValue('8, rue des Martyrs');
    await button(sheet, 'Annuler').click();
    expect(await kept(page)).toEqual([]);
  });

  test('of a new order, a remark and a model stays too, and is given up by hand', async ({ page, browser }) => {
    await newClient(page, `Rose ${tag()}`);
    const order = await request(page);
    await page.goto(`/fr/account/orders/${order.id}`);
    const remark = page.getByRole('textbox', { name: /remarque|mot/i }).last();
    await remark.fill('La manche gauche est trop longue.');
    await page.reload();
    await expect(remark).toHaveValue('La manche gauche est trop longue.');

    const { page: desk, leave } = await another(browser, COUTURIER);
    await desk.goto('/fr/atelier/orders/new');
    await box(desk, 'Titre').fill('Robe du dimanche');
    await desk
      .getByRole('button', { name: /souhait/i })
      .first()
      .click();
    await desk.goto('/fr/atelier/models/new');
    await desk.getByLabel('Nom du modèle').or(desk.getByLabel(/nom/i)).first().fill('Aube');
    await desk.goto('/fr/atelier/orders/new');
    await expect(box(desk, 'Titre')).toHaveValue('Robe du dimanche');
    await expectNoSideScroll(desk);
    await button(desk, 'Effacer').click();
    await expect(box(desk, 'Titre')).toHaveValue('');
    await desk.goto('/fr/atelier/models/new');
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Aube');
    expect(await kept(desk)).toHaveLength(1);
    await leave();
  });

  test('in a dialog over an order, and of an appointment, stays too, and goes where one gives up or sends', async ({
    page,
    browser,
  }) => {
    await newClient(page, `Rose ${tag()}`);
    const order = await request(page);
    const { page: desk, leave } = await another(browser, COUTURIER);
    const dialog = desk.getByRole('dialog');
    const hold = async () => {
      await button(desk, 'Mettre en attente').click();
      return box(dialog, 'Raison');
    };
    await desk.goto(`/fr/atelier/orders/${order.id}`);
    await (await hold()).fill('La soie n’est pas arrivée.');
    await desk.reload();
    await expect(await hold()).toHaveValue('La soie n’est pas arrivée.');
    await button(dialog, 'Annuler').click();
    await expect(await hold()).toHaveValue('');
    await box(dialog, 'Raison').fill('La soie arrive lundi.');
    await button(dialog, 'Mettre en attente').click();
    await expect(dialog).toBeHidden();
    expect(await kept(desk)).toEqual([]);

    const end = async () => {
      await button(desk, 'Autres gestes').click();
      await desk.getByRole('menuitem', { name: 'Annuler la commande' }).click();
      return dialog.getByRole('textbox', { name: 'Pourquoi' });
    };
    await (await end()).fill('Rose préfère attendre.');
    await desk.reload();
    await expect(await end()).toHaveValue('Rose préfère attendre.');
    await button(dialog, 'Annuler').click();

    await desk.goto('/fr/atelier/calendar');
    const note = async () => {
      await button(desk, 'Rendez-vous').click();
      return box(dialog, 'Un mot');
    };
    await (await note()).fill('Apporter les escarpins.');
    await desk.reload();
    await expect(await note()).toHaveValue('Apporter les escarpins.');
    await expect(dialog.getByText('Brouillon gardé')).toBeVisible();
    await expectAccessible(desk);
    await button(dialog, 'Effacer').click();
    expect(await kept(desk)).toEqual([]);
    await leave();
  });

  test('is refused in words where it was sent, and stays', async ({ page }) => {
    await signIn(page, COUTURIER);
    await page.goto('/fr/atelier/clients/new');
    await box(page, 'Nom').fill('Rose Faye');
    await page.route('**/api/clients', (route) => route.abort());
    await button(page, 'Ouvrir le dossier').click();
    await expect(page.getByRole('alert').filter({ hasText: 'La maison ne répond pas' })).toBeVisible();
    await expect(box(page, 'Nom')).toHaveValue('Rose Faye');
  });
});

test('somebody who is known already is offered while their file is being opened again', async ({ page }) => {
  await signIn(page, COUTURIER);
  const name = `Fatou ${tag()}`;
  const digits = String(Math.floor(Math.random() * 1e8)).padStart(8, '0');
  const { id } = await call<{ id: string }>(page, 'post', '/clients', { name, phone: `+33 6 ${digits}` });
  await page.goto('/fr/atelier/clients/new');
  await box(page, 'Nom').fill('Mariama');
  await box(page, 'Téléphone').fill(`06 ${digits.replace(/(..)/g, '$1 ').trim()}`);
  const offer = page.getByRole('status').filter({ hasText: 'Un dossier existe déjà' });
  await expect(offer).toContainText('même téléphone');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
  await offer.getByRole('link', { name }).click();
  await expect(page).toHaveURL(new RegExp(id));
});
