import { expect, expectAccessible, OWNER, signIn, test } from './support/house';

test('an owner counts the till and closes the day; what was typed is kept, and the ledger says what was closed', async ({
  page,
}) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/stats/ledger');
  await page.getByRole('link', { name: 'Clore la journée' }).click();
  await expect(page).toHaveURL(/\/ledger\/close$/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Clore');
  const asked = await heading.innerText();
  await expectAccessible(page);

  await page.getByLabel('Ce matin').fill('50');
  const fifties = page.getByRole('textbox', { name: /^Billets de 50\s€/ });
  await fifties.press('ArrowUp');
  await page.getByRole('button', { name: /^Billets de 20\s€.*un de plus/ }).click();
  await page.getByLabel('Pièces').fill('2,50');
  await expect(page.getByText('72,50', { exact: false }).first()).toBeVisible();
  await page.reload();
  // The evening is interrupted: nothing that was counted is lost.
  await expect(fifties).toHaveValue('1');
  await expect(page.getByLabel('Pièces')).toHaveValue('2,50');
  await page.getByRole('button', { name: 'Clore la journée' }).click();
  await expect(page.getByText('Dites pourquoi, même en un mot.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Pourquoi' }).fill('Pourboire du soir');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clore la journée' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/stats\/ledger$/);
  const line = page.locator('.ledger-line').filter({ hasText: 'Clôture du' }).first();
  await expect(line).toContainText('« Pourboire du soir »');
  await expect(page.getByText('est clos par Inès Haddad')).toBeVisible();
  await expect(page.getByText('La chaîne tient').first()).toBeVisible();
  await line.getByRole('link', { name: /^Clôture du/ }).click();
  await expect(page).toHaveURL(/\/ledger\/closings\/C-\d{4}-\d{4,}$/);
  await expect(page.getByText('Caisse, écart')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/fr/atelier/stats/ledger/close');
  // That day is closed; between midnight and four it was the evening before, and today is still to close.
  await expect(heading).toHaveText(/c’est clos|^Clore/);
  await expect(heading).not.toHaveText(asked);
});

test('an owner reads the VAT that fell due and takes the books away', async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/stats/ledger');
  await page.getByRole('link', { name: 'TVA', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TVA');
  await expect(page.getByText('CGI, art. 269')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Exports et archive' }).click();
  await expect(page.getByText('Clé de la maison')).toBeVisible();
  await expect(page.getByText('Cette maison est là pour essayer')).toBeVisible();
  await expectAccessible(page);
  for (const [section, name] of [
    ['Tableau (CSV)', /^training-ledger-.*\.csv$/],
    ['Archive signée', /^training-archive-\d{4}-\d\d-\d\d\.jsonl$/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('region', { name: section }).getByRole('button', { name: 'Emporter' }).click();
    expect((await download).suggestedFilename()).toMatch(name);
  }
});
