import { another, call, CLIENT, COUTURIER, expect, expectAccessible, signIn, test } from './support/house';
import { photo } from './support/files';
import { field, message } from './support/thread';

interface Talk {
  id: string;
  couturier: { name: string };
  order?: { id: string; title: string };
}

test('a picture of the conversation is put with the order, with its word, for both', async ({ page, browser }) => {
  await signIn(page, CLIENT);
  const { items } = await call<{ items: Talk[] }>(page, 'get', '/conversations?limit=100');
  const talk = items.find(({ couturier }) => couturier.name === 'Claire Morel');
  const order = talk?.order;
  if (!order) throw new Error('the demo house has changed');
  await page.goto(`/fr/account/messages/${talk.id}`);
  const words = `La doublure, vue de dos ${crypto.randomUUID().slice(0, 8)}`;
  const dos = { name: 'dos.jpg', mimeType: 'image/jpeg', buffer: await photo() };
  await page.locator('.composer input[type=file][multiple]').setInputFiles(dos);
  await expect(page.getByRole('button', { name: 'Annoter dos.jpg' })).toBeVisible();
  await field(page).fill(words);
  await field(page).press('Enter');
  await expect(message(page, words)).toBeVisible();

  const claire = await another(browser, COUTURIER);
  const desk = claire.page;
  await desk.goto(`/fr/atelier/messages/${talk.id}`);
  const came = message(desk, words);
  await came.hover();
  await came.getByRole('button', { name: 'Actions du message' }).click();
  await desk.getByRole('menuitem', { name: 'Mettre avec la commande' }).click();
  const asked = desk.getByRole('dialog', { name: 'Mettre la photo avec une commande' });
  await expect(asked.getByRole('textbox', { name: 'Un mot' }), 'its own word is proposed').toHaveValue(words);
  await expectAccessible(desk);
  await asked.getByRole('button', { name: 'Mettre avec la commande' }).click();
  await expect(asked).toBeHidden();
  await expect(desk.getByText(`Photo mise avec « ${order.title} ».`)).toBeVisible();
  await claire.leave();

  await page.goto(`/fr/account/orders/${order.id}`);
  const told = page.getByRole('listitem').filter({ hasText: words });
  await expect(told.first()).toBeVisible();
  await expect(told.first().getByRole('img').first()).toBeVisible();
});
