import { DAY_MS } from '@/lib/calendar';
import { PNG } from './support/files';
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
import { confirmed, request } from './support/orders';

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

test('a piece is made again: by its client once it is over, by the atelier at any time', async ({ page, browser }) => {
  const desk = await another(browser, COUTURIER);
  await newClient(page, `Ramata ${crypto.randomUUID().slice(0, 8)}`);
  const order = await confirmed(page, desk.page, { title: 'Robe du dimanche', occasion: 'Baptême de Nina' });

  await desk.page.goto(`/fr/atelier/orders/${order.id}`);
  await desk.page.getByRole('button', { name: 'Autres gestes' }).click();
  await desk.page.getByRole('menuitem', { name: 'Refaire cette pièce' }).click();
  await expect(desk.page).toHaveURL(/\/atelier\/orders\/new\?orderId=/);
  await expect(desk.page.getByRole('combobox', { name: 'Pour' })).toHaveValue(/^Ramata /);
  await expect(desk.page.getByLabel('Titre')).toHaveValue('Robe du dimanche');
  await expect(desk.page.getByLabel('Quoi').last()).toHaveValue('Traîne');
  await expect(desk.page.getByText('Baptême de Nina')).toHaveCount(0);
  await expectAccessible(desk.page);
  await desk.page.getByRole('button', { name: 'Créer la commande' }).click();
  await expect(desk.page).toHaveURL(/\/atelier\/orders\/[0-9a-f]{24}/);
  const made = await call<{ options: Record<string, unknown>; occasion?: string }>(
    desk.page,
    'get',
    `/orders/${new URL(desk.page.url()).pathname.split('/').at(-1)}`,
  );
  expect(made.options).toEqual({ fabric: 'Crêpe', train: 'petite' });
  expect(made).not.toHaveProperty('occasion');

  await page.goto(`/fr/account/orders/${order.id}`);
  await expect(page.getByRole('link', { name: 'Refaire cette pièce' })).toHaveCount(0);
  const { version } = await call<{ version: number }>(desk.page, 'get', `/orders/${order.id}`);
  const body = { to: 'cancelled', note: 'Un autre jour.', version };
  await call(desk.page, 'post', `/orders/${order.id}/transitions`, body);
  await call(desk.page, 'post', `/orders/${order.id}/transitions/tell`);
  await page.goto(`/fr/account/orders/${order.id}`);
  await page.getByRole('link', { name: 'Refaire cette pièce' }).click();
  await expect(page.getByLabel('Son nom')).toHaveValue('Robe du dimanche');
  await page.getByRole('button', { name: 'Continuer vers votre projet' }).click();
  await expect(page.getByLabel('Racontez')).toHaveValue(/Longue et simple\.\nTraîne\u00a0: petite/);
  await expect(page.getByLabel('L’étoffe')).toHaveValue('Crêpe');
  await expectAccessible(page);
  // The address has given what it brought: a reload keeps what is changed from here on.
  await page.getByLabel('Racontez').fill('Plus courte.');
  await page.reload();
  await expect(page.getByLabel('Racontez')).toHaveValue('Plus courte.');
  await desk.leave();
});
