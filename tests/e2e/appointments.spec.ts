import { another, COUTURIER, expect, expectAccessible, newClient, test } from './support/house';

/** A day far enough that the house's demo diary does not reach it; the closed ones are passed over. */
const FIRST = 45;
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Monday of that day's week: what the calendar's address names. */
const weekOf = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};

test('a client proposes an hour, the couturier confirms it, the client sees it without reloading', async ({
  page,
  browser,
}) => {
  const name = `Salomé ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  await page.goto('/fr/account/appointments');
  await expect(page.getByText('Rien de prévu pour l’instant')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Proposer un rendez-vous' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /Avec/ }).click();
  await page.getByRole('option', { name: 'Claire Morel' }).click();
  // The first day with a free hour: closed days and full ones say that they have none.
  const hour = sheet.getByRole('button', { name: /Heure/ });
  const none = sheet.getByText('Aucune heure libre ce jour-là.');
  let day = '';
  for (let ahead = FIRST; ahead < FIRST + 60; ahead += 1) {
    day = dayAfter(ahead);
    await sheet.getByLabel('Jour').fill(day);
    await expect(hour.or(none)).toBeVisible();
    if (await hour.isVisible()) break;
  }
  await hour.click();
  await page.getByRole('option').first().click();
  await sheet.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(sheet).toBeHidden();
  const row = page.getByRole('listitem').filter({ hasText: 'Claire Morel' });
  await expect(row.getByText('À confirmer')).toBeVisible();

  const claire = await another(browser, COUTURIER);
  await claire.page.goto(`/fr/atelier/calendar?week=${weekOf(day)}`);
  const box = claire.page.getByRole('button', { name: new RegExp(name) });
  await expect(box).toBeVisible();
  await expectAccessible(claire.page);
  await box.click();
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(claire.page.getByText('Rendez-vous confirmé')).toBeVisible();

  await expect(row.getByText('Confirmé', { exact: true })).toBeVisible();
  await claire.leave();
});

test('an hour chosen on a couturier’s page is proposed with two presses', async ({ page }) => {
  await newClient(page, `Salomé ${crypto.randomUUID().slice(0, 8)}`);
  await page.goto('/fr/couturiers');
  await page.getByRole('link', { name: 'Mathieu Carpentier', exact: true }).click();
  const hour = page.getByRole('region', { name: 'Ses heures libres' }).getByRole('link').last();
  const said = await hour.innerText();
  await hour.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: /Avec/ })).toContainText('Mathieu Carpentier');
  await expect(sheet.getByRole('button', { name: /Heure/ })).toContainText(said);
  await sheet.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Mathieu Carpentier' }).getByText('À confirmer'),
  ).toBeVisible();
});
