import type { Page } from '@playwright/test';
import type { OrderDto } from '@/lib/orders/answers';
import { PNG } from './support/files';
import {
  bookFirstFree,
  call,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
  visitor,
} from './support/house';
import { confirmed } from './support/orders';

/** A measured client's confirmed dress, and a fitting of it at an hour nobody else books. */
async function booked(client: Page, desk: Page): Promise<{ id: string; order: OrderDto }> {
  const order = await confirmed(client, desk);
  const { clientId, id: orderId } = order;
  await call(desk, 'post', `/clients/${clientId}/measurements`, { values: { waistGirth: 70, hipGirth: 96 } });
  const { id } = await bookFirstFree(desk, '04:00', { kind: 'fitting', clientId, orderId, minutes: 45 });
  return { id, order };
}

test('a fitting is written down from the order, and its client reads what is meant for them', async ({
  page,
  browser,
}) => {
  const awa = await visitor(browser);
  await newClient(awa.page, 'Awa Ndiaye');
  await signIn(page, COUTURIER);
  const { id, order } = await booked(awa.page, page);
  await page.goto(`/fr/atelier/orders/${order.id}?tab=fittings`);
  await page.locator(`a[href$="/appointments/${id}/fitting"]`).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’essayage, Awa Ndiaye');
  const waist = page.getByLabel('Tour de taille', { exact: true });
  const words = `Reprendre au dos ${crypto.randomUUID().slice(0, 8)}`;
  await waist.fill('beaucoup');
  await page.getByRole('button', { name: 'Écrire la fiche' }).click();
  await expect(waist).toHaveAccessibleDescription(/centimètres en plus ou en moins/);
  await waist.fill('-0,5');
  await waist.press('Enter');
  await expect(waist).not.toBeFocused();
  await page.getByLabel('Tour de taille : à noter').fill(words);
  await page.getByRole('checkbox', { name: 'Tour de taille : retouche à faire' }).press('Space');
  await page.getByRole('checkbox', { name: 'Tour de taille : à lire par Awa' }).press('Space');
  await page.getByRole('button', { name: 'Une remarque sans mesure' }).click();
  await page.getByLabel('Endroit').fill('Ourlet');
  await page.getByLabel('Ourlet : à noter').fill('Marqué au fil bleu');
  await expectAccessible(page);
  // A reload in the middle loses nothing.
  await expect(page.getByText('Brouillon gardé')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Tour de taille : à noter')).toHaveValue(words);
  // A garment that is taken in does not change the body, unless one says so.
  const body = page.getByRole('checkbox', { name: /Le corps a changé/ });
  await expect(body).not.toBeChecked();
  await expect(page.getByText('69,5', { exact: true })).toHaveCount(0);
  await body.press('Space');
  await expect(page.getByText('69,5', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Écrire la fiche' }).click();
  await expect(page.getByText('L’essayage est noté.')).toBeVisible();
  await expect(page).toHaveURL(/tab=fittings/);

  await page.locator(`a[href$="/appointments/${id}/fitting"]`).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText('Pour l’atelier')).toBeVisible();
  await expect(page.getByText('Les mesures ont suivi.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Voir la tâche' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'À faire' })).toHaveValue(/Tour de taille/);

  await awa.page.goto(`/fr/account/orders/${order.id}`);
  await expect(awa.page.getByText(words)).toBeVisible();
  await expect(awa.page.getByText('Marqué au fil bleu')).toHaveCount(0);
  await awa.leave();
});

test('on a phone, in English: nothing sticks out, and an hour without an order has no sheet', async ({
  page,
  browser,
}) => {
  const client = await visitor(browser);
  await newClient(client.page);
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, COUTURIER);
  const { id, order } = await booked(client.page, page);
  await page.goto(`/en/atelier/appointments/${id}/fitting`);
  await page.getByRole('button', { name: 'Note, photograph: Waist girth' }).click();
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'waist.png',
    mimeType: 'image/png',
    buffer: PNG,
  });
  await expect(page.getByRole('button', { name: 'Remove waist.png' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  const bare = await bookFirstFree(page, '18:00', { kind: 'fitting', clientId: order.clientId });
  await page.goto(`/en/atelier/appointments/${bare.id}/fitting`);
  await expect(page.getByRole('heading', { name: 'No fitting yet' })).toBeVisible();
  await client.leave();
});
