import type { Locator, Page } from '@playwright/test';
import { another, COUTURIER, expect, newClient, test } from './support/house';
import { confirmed } from './support/orders';

/** Opens the address of a paper as the browser would, and takes what comes for a PDF or not. */
async function expectPdf(page: Page, link: Locator, name: RegExp): Promise<void> {
  const href = await link.getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(decodeURIComponent(answer.headers()['content-disposition'] ?? '')).toMatch(name);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

test('the client has the quote, the receipt and the statement as papers, the couturier the work sheet', async ({
  page,
  browser,
}) => {
  await newClient(page, 'Bérénice Vasseur');
  const { page: desk, leave } = await another(browser, COUTURIER);
  const { id, number } = await confirmed(page, desk);
  await page.goto(`/fr/account/orders/${id}`);
  await expectPdf(page, page.getByRole('link', { name: 'Devis en PDF' }), new RegExp(`Devis ${number} version 1`));
  await expect(page.getByRole('link', { name: 'Relevé de compte en PDF' }), 'nothing was paid yet').toHaveCount(0);

  await desk.goto(`/fr/atelier/orders/${id}?tab=quotes`);
  await desk.getByRole('button', { name: 'Encaisser' }).click();
  await desk.getByRole('dialog').getByLabel('Montant').fill('400');
  await desk.getByRole('dialog').getByRole('button', { name: 'Enregistrer le règlement' }).click();
  const statement = new RegExp(`Relevé de compte ${number}`);
  await expectPdf(desk, desk.getByRole('link', { name: 'Relevé de compte en PDF' }).first(), statement);
  await expectPdf(page, page.getByRole('link', { name: 'Relevé de compte en PDF' }), statement);
  const receipt = { name: /^Reçu R-\d{4}-\d{4,} en PDF$/ };
  await expectPdf(desk, desk.getByRole('link', receipt).first(), /Reçu R-\d{4}-\d{4,}\.pdf/);
  await expectPdf(page, page.getByRole('link', receipt), /Reçu R-\d{4}-\d{4,}\.pdf/);

  await desk.getByRole('button', { name: 'Autres gestes' }).click();
  // A browser without a window has no reader of PDFs: the new page asks for it, and stays empty.
  const asked = desk.context().waitForEvent('request', (one) => one.url().includes(`/api/orders/${id}/sheet.pdf?`));
  await desk.getByRole('menuitem', { name: 'Fiche atelier en PDF' }).click();
  expect((await (await asked).response())?.headers()['content-type']).toBe('application/pdf');
  await leave();
});
