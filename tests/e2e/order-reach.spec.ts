import { DAY_MS } from '@/lib/calendar';
import { PNG } from './support/files';
import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';
import { request } from './support/orders';

test('from an order it is one tap to the person, an hour together and a picture', async ({ page }) => {
  await signIn(page, COUTURIER);
  const name = `Oumou ${crypto.randomUUID().slice(0, 8)}`;
  const client = await call<{ id: string }>(page, 'post', '/clients', { name, phone: '+33 6 12 34 56 78' });
  const order = await request(page, { clientId: client.id, title: 'Boubou de fête' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/fr/atelier/orders/${order.id}`);
  const reach = page.getByRole('group', { name: 'Joindre et ajouter' });
  await expect(reach.getByRole('link', { name: 'Appeler' })).toHaveAttribute('href', /^tel:\+33\s?6/);
  await expectAccessible(page);
  await expectNoSideScroll(page);

  // A fitting knows its piece, its person and who makes it; only the hour is left to say.
  await reach.getByRole('button', { name: 'Essayage' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name })).toBeVisible();
  await expect(sheet.getByRole('button', { name: /Boubou de fête/ })).toBeVisible();
  const day = new Date(Date.now() + (200 + Math.floor(Math.random() * 300)) * DAY_MS).toISOString().slice(0, 10);
  await sheet.getByLabel('Jour').fill(day);
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet).toBeHidden();

  await reach.getByRole('button', { name: 'Photo' }).click();
  const dialog = page.getByRole('dialog');
  const add = dialog.getByRole('button', { name: 'Ajouter', exact: true });
  await expect(add).toBeDisabled();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'manche.png', mimeType: 'image/png', buffer: PNG });
  await expect(dialog.getByRole('button', { name: /manche\.png/ })).toBeVisible();
  await dialog.getByLabel('Un mot').fill('La manche, bâtie.');
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await add.click();
  await expect(dialog).toBeHidden();
  await page.goto(`/fr/atelier/orders/${order.id}?tab=pictures`);
  await expect(page.getByRole('img', { name: /manche\.png/ })).toBeVisible();

  // The appointment’s link opens it, in its own week.
  await page.goto(`/fr/atelier/orders/${order.id}?tab=fittings`);
  await page.getByRole('tabpanel').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/atelier\/calendar\?appointment=/);
  await expect(page.getByRole('dialog').getByRole('heading', { name })).toBeVisible();
  await expect(page.getByRole('dialog').getByLabel('Jour')).toHaveValue(day);
  await page.goto(`/fr/atelier/calendar?appointment=${'0'.repeat(24)}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto(`/fr/atelier/orders/${order.id}`);
  await reach.getByRole('link', { name: 'Message' }).click();
  await expect(page).toHaveURL(/\/atelier\/messages\/[0-9a-f]{24}/);
  await page.goto(`/fr/atelier/orders/${order.id}`);
  await page.getByRole('heading', { level: 1 }).getByRole('link', { name }).click();
  await expect(page).toHaveURL(new RegExp(`/atelier/clients/${client.id}`));
});
