import { CLIENT, COUTURIER, expect, expectAccessible, expectNoSideScroll, PASSWORD, test } from './support/house';

for (const [who, email, arrives] of [
  ['a client', CLIENT, /\/fr\/account$/],
  ['a couturier', COUTURIER, /\/fr\/atelier$/],
] as const) {
  test(`${who} signs in with the keyboard alone and lands in their own space`, async ({ page }) => {
    await page.goto('/fr/sign-in');
    await expectAccessible(page);
    await page.getByLabel('Adresse e-mail').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.getByLabel('Mot de passe', { exact: true }).focus();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(arrives);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSideScroll(page);
  });
}

test('a wrong password is one clear sentence, keeps the address, and does not say which part was wrong', async ({
  page,
}) => {
  await page.goto('/en/sign-in');
  await page.getByLabel(/e-?mail/i).fill(CLIENT);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel(/e-?mail/i)).toHaveValue(CLIENT);
});
