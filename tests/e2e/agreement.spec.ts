import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';
import { PNG } from './support/files';
import { request, sendQuote } from './support/orders';

test('an agreement given by telephone is noted as such: on the quote, in the timeline, never as a signature', async ({
  page,
}) => {
  await signIn(page, COUTURIER);
  const name = `Rose ${crypto.randomUUID().slice(0, 8)}`;
  const { id: clientId } = await call<{ id: string }>(page, 'post', '/clients', { name });
  const order = await request(page, { clientId });
  await sendQuote(page, order);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/fr/atelier/orders/${order.id}?tab=quotes`);
  await page.getByRole('button', { name: `Noter l’accord de ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText(`L’accord de ${name}, noté par la maison`);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await dialog.getByRole('radio', { name: 'Par téléphone' }).click();
  await dialog.getByLabel('Ses mots').fill('D’accord, sans les manches.');
  await dialog.getByRole('button', { name: 'Noter l’accord' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`Accord de ${name}, donné par téléphone`).first()).toBeVisible();
  await expect(page.getByText(/Noté par Claire Morel/).first()).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Ajouter la photo du papier signé' }).click();
  await (await choosing).setFiles({ name: 'papier.png', mimeType: 'image/png', buffer: PNG });
  await expect(page.getByText(new RegExp(`${name}, sur papier, photo du`))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ajouter la photo du papier signé' })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByRole('tab', { name: 'Le fil' }).click();
  await expect(page.getByText('Papier signé gardé').first()).toBeVisible();
  await expect(page.getByText('Accord donné par téléphone, noté par Claire Morel.').first()).toBeVisible();
  await expect(page.getByText(/sans les manches/).first()).toBeVisible();
});
