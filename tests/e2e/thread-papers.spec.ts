import type { Browser, Locator, Page } from '@playwright/test';
import type { OrderDto } from '@/lib/orders/answers';
import { another, call, COUTURIER, expect, expectAccessible, newClient, test } from './support/house';
import { askChange, request, sendQuote, walk } from './support/orders';
import { thread } from './support/thread';

const paper = (page: Page, title: string): Locator =>
  thread(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) });
const line = (page: Page, words: string): Locator => thread(page).getByText(words);

interface Scene {
  name: string;
  order: OrderDto;
  desk: Page;
  leave: () => Promise<void>;
}

/** A new client and Claire stand in their conversation, an order of the client's between them. */
async function open(page: Page, browser: Browser): Promise<Scene> {
  const name = `Maud ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const atelier = await another(browser, COUTURIER);
  const order = await request(page, { options: { straps: 'fines' } });
  const { id } = await call<{ id: string }>(page, 'post', '/conversations', {
    couturierId: order.couturierId,
    orderId: order.id,
  });
  await page.goto(`/fr/account/messages/${id}`);
  await atelier.page.goto(`/fr/atelier/messages/${id}`);
  await expect(thread(page)).toBeVisible();
  await expect(thread(atelier.page)).toBeVisible();
  return { name, order, desk: atelier.page, leave: atelier.leave };
}

test('a quote is answered from the thread: refused, asked to change, accepted', async ({ page, browser }) => {
  const { desk, order, leave } = await open(page, browser);
  await sendQuote(desk, order, { promisedDate: '2099-02-01' });
  await expect(paper(page, 'Devis, version 1')).toContainText('1 000,00');
  await expect(paper(desk, 'Devis, version 1')).toContainText('Attend la réponse');
  await expectAccessible(page);

  await paper(page, 'Devis, version 1').getByRole('button', { name: 'Demander un changement' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Description' }).fill('Plutôt courte.');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet).toBeHidden();
  await expect(paper(page, 'Devis, version 1').getByRole('button', { name: 'Bon pour accord' })).toHaveCount(0);
  await expect(paper(desk, 'Devis, version 1')).toContainText('Remplacée');

  await sendQuote(desk, order, {
    lines: [{ label: 'Façon', quantity: 1, unitPrice: { amount: 75_000, currency: 'EUR' } }],
  });
  const second = paper(page, 'Devis, version 2');
  await expect(second).toContainText('750,00');
  await second.getByRole('button', { name: 'Bon pour accord' }).click();
  await expect(second).toContainText(/Acceptée par Maud/);
  await expect(second.getByRole('button')).toHaveCount(0);
  await expect(paper(desk, 'Devis, version 2')).toContainText(/Acceptée par Maud/);
  await expect(line(desk, 'a accepté le devis')).toBeVisible();

  await sendQuote(desk, order);
  await paper(page, 'Devis, version 3').getByRole('button', { name: 'Refuser' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Refuser le devis' }).click();
  await expect(paper(desk, 'Devis, version 3')).toContainText(/Refusée par Maud/);
  await leave();
});

test('a change is asked, countered, agreed and signed without leaving the thread', async ({ page, browser }) => {
  const { desk, name, order, leave } = await open(page, browser);
  await sendQuote(desk, order, { promisedDate: '2099-02-01' });
  await paper(page, 'Devis, version 1').getByRole('button', { name: 'Bon pour accord' }).click();
  await expect(line(desk, 'a accepté le devis')).toBeVisible();

  await askChange(page, order.id, 'options.straps', 'larges, 3 cm');
  const asked = paper(desk, 'Demande de changement 1');
  await expect(asked).toContainText('À répondre');
  await expect(asked).toContainText('larges, 3 cm');
  await expect(paper(page, 'Demande de changement 1')).toContainText('Attend Claire Morel');
  await asked.getByRole('textbox', { name: 'Effet sur le prix' }).fill('60');
  await asked.getByRole('textbox', { name: /Effet sur la date/ }).fill('2');
  await expect(asked, 'the new date at once').toContainText('Nouvelle date : 3 février 2099');
  await asked.getByRole('button', { name: 'Proposer autrement' }).click();
  await asked.getByRole('textbox', { name: 'Bretelles' }).fill('larges, 2 cm');
  await asked.getByRole('button', { name: 'Envoyer la proposition' }).click();

  const answered = paper(page, 'Demande de changement 1');
  await expect(answered).toContainText('larges, 2 cm');
  await expect(line(page, 'propose autrement')).toBeVisible();
  await answered.getByRole('button', { name: /Accepter, \+/ }).click();
  await expect(answered).toContainText(/Accepté le/);
  await expect(paper(desk, 'Demande de changement 1')).toContainText(/Accepté le/);

  await call(desk, 'post', `/orders/${order.id}/cutting-approval`, { callouts: [], fabric: 'Laine fine' });
  await call(desk, 'post', `/orders/${order.id}/cutting-approval/sign`, {});
  const sheet = paper(page, 'Bon à couper');
  await expect(sheet).toContainText('Claire Morel');
  await expect(sheet).toContainText('Votre signature');
  await expect(paper(desk, 'Bon à couper')).toContainText(`${name}, en attente`);
  await sheet.getByRole('button', { name: 'Lire et signer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signer le bon à couper' }).click();
  await expect(sheet.getByRole('button', { name: 'Lire et signer' })).toHaveCount(0);
  await expect(sheet.locator('.signature[data-signed]')).toHaveCount(2);
  await expect(paper(desk, 'Bon à couper').locator('.signature[data-signed]')).toHaveCount(2);
  await expect(line(desk, `${name} a signé le bon à couper`)).toBeVisible();

  await walk(desk, order.id, 'measuring');
  await expect(line(page, 'La commande passe à l’étape « Prise de mesures »')).toBeVisible();
  await expectAccessible(desk);
  await leave();
});
