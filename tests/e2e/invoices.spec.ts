import type { Locator, Page } from '@playwright/test';
import { another, CLIENT, COUTURIER, expect, expectAccessible, OWNER, signIn, test } from './support/house';
import { confirmed } from './support/orders';

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

test('a deposit brings its invoice, the order is invoiced, a part is credited; the client reads all of it, the register too', async ({
  page,
  browser,
}) => {
  const { page: desk, leave } = await another(browser, COUTURIER);
  await signIn(page, CLIENT);
  const { id, number } = await confirmed(page, desk, { title: 'Robe facturée' });
  await desk.goto(`/fr/atelier/orders/${id}?tab=quotes`);
  const invoices = desk
    .locator('section')
    .filter({ has: desk.getByRole('heading', { name: 'Factures', exact: true }) });
  await expect(invoices).toContainText('Aucune facture encore.');
  await button(desk, 'Encaisser').click();
  await button(dialog(desk), 'Enregistrer le règlement').click();
  await expect(invoices.getByRole('listitem')).toHaveCount(1);
  await expect(invoices).toContainText('Facture d’acompte');
  await expect(invoices).toContainText('Reste à facturer');

  await button(desk, 'Facturer').click();
  await expect(dialog(desk)).toContainText('ne se modifie ni ne s’efface');
  await expectAccessible(desk);
  await dialog(desk).getByRole('radio', { name: 'Facture de toute la commande' }).check({ force: true });
  await button(dialog(desk), 'Établir la facture').click();
  await expect(invoices.getByRole('listitem')).toHaveCount(2);
  await expect(button(desk, 'Facturer')).toHaveCount(0);
  // The deposit is taken up: it is countered by way of its invoice only.
  await expect(invoices.getByRole('button', { name: 'Faire un avoir' })).toHaveCount(1);

  await invoices.getByRole('button', { name: 'Faire un avoir' }).click();
  await button(dialog(desk), 'Établir l’avoir').click();
  await expect(dialog(desk)).toContainText('Ce champ est nécessaire');
  await dialog(desk).getByLabel('Pourquoi').fill('Retouche offerte');
  await dialog(desk).getByLabel('Somme, TVA comprise').fill('60');
  await button(dialog(desk), 'Établir l’avoir').click();
  await expect(invoices.getByRole('listitem')).toHaveCount(3);
  await expect(dialog(desk)).toBeHidden();
  await expect(invoices).toContainText(/diminuée par AV-\d{4}-\d{4}/);
  await expectAccessible(desk);

  await page.goto(`/fr/account/orders/${id}`);
  const mine = page.getByRole('region', { name: 'Factures' });
  await expect(mine.getByRole('listitem')).toHaveCount(3);
  await expect(mine.getByRole('button')).toHaveCount(0);
  const paper = await page.request.get((await mine.getByRole('link').nth(1).getAttribute('href')) ?? '');
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await expectAccessible(page);

  const { page: books, leave: close } = await another(browser, OWNER);
  await books.goto(`/fr/atelier/stats/ledger?act=credit&q=${number}`);
  await expect(books.locator('.ledger-line')).toHaveCount(1);
  await expect(books.locator('.ledger-line')).toContainText(/Avoir.*annule F-/s);
  await expect(books.getByText('Intacte')).toBeVisible();
  await expectAccessible(books);
  await close();
  await leave();
});

test('an owner says under which regime the house invoices; a wrong number is said at its field', async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/house#tax');
  const section = page.locator('#tax');
  const number = section.getByLabel('Numéro d’immatriculation');
  await expect(number).toHaveValue('123456782');
  await number.fill('123456789');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section).toContainText('Ce numéro n’est pas celui d’une entreprise de ce pays');
  await expectAccessible(page);
  await number.fill('732829320');
  await section.getByLabel('Numéro de TVA').fill('FR44732829320');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  await page.reload();
  await expect(number).toHaveValue('732829320');
  await number.fill('123456782');
  await section.getByLabel('Numéro de TVA').fill('FR11123456782');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
});
