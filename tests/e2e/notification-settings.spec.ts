import { COUTURIER, expect, expectAccessible, expectNoSideScroll, newClient, signIn, test } from './support/house';

test('a client chooses what rings and what is written, by keyboard, and finds it again', async ({ page }) => {
  await newClient(page);
  await page.goto('/fr/account/settings#notifications');
  const section = page.getByRole('region', { name: 'Notifications' });
  const written = section.getByRole('checkbox', { name: 'Devis, Par e-mail' });
  await expect(written).toBeChecked();
  await written.focus();
  await page.keyboard.press('Space');
  await section.getByRole('checkbox', { name: 'Heures calmes, où rien n’est envoyé' }).press('Space');
  await section.getByLabel('De', { exact: true }).fill('22:00');
  await expectAccessible(page);
  await section.getByLabel('À', { exact: true }).fill('22:00');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByLabel('À', { exact: true })).toHaveAccessibleDescription(/fin doit venir après/);
  await section.getByLabel('À', { exact: true }).fill('07:30');
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await page.reload();
  await expect(section.getByRole('checkbox', { name: 'Devis, Par e-mail' })).not.toBeChecked();
  await expect(section.getByLabel('À', { exact: true })).toHaveValue('07:30');
});

test('the bell leads a couturier to them, on a phone too', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/en/atelier');
  await page
    .getByRole('button', { name: /^Notifications/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/\/en\/atelier\/settings#notifications/);
  await expect(page.getByRole('checkbox', { name: 'Messages, By e-mail' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSideScroll(page);
});
