import type { Locator, Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, newClient, test } from './support/house';

const thread = (page: Page): Locator => page.getByRole('log');
const paper = (page: Page, title: string): Locator =>
  thread(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) });
const line = (page: Page, words: string): Locator => thread(page).getByText(words);

/** One call of the API as this page's person. */
async function call<T>(page: Page, method: 'get' | 'post', path: string, data?: unknown): Promise<T> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request[method](path, { data, headers: { Origin: origin } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
}

interface Scene {
  name: string;
  order: string;
  desk: Page;
  leave: () => Promise<void>;
}

/** A new client and Claire stand in their conversation, an order of the client's between them. */
async function open(page: Page, browser: Parameters<typeof another>[0]): Promise<Scene> {
  const name = `Maud ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  await page.goto('/fr/account');
  const atelier = await another(browser, COUTURIER);
  await atelier.page.goto('/fr/atelier/messages');
  const { id: couturierId } = await call<{ id: string }>(atelier.page, 'get', '/api/me');
  const order = await call<{ id: string }>(page, 'post', '/api/orders', {
    title: 'Robe d’automne',
    garment: 'dress',
    description: 'Longue, en laine fine.',
    options: { straps: 'fines' },
    couturierId,
  });
  const conversation = await call<{ id: string }>(page, 'post', '/api/conversations', {
    couturierId,
    orderId: order.id,
  });
  await page.goto(`/fr/account/messages/${conversation.id}`);
  await atelier.page.goto(`/fr/atelier/messages/${conversation.id}`);
  await expect(thread(page)).toBeVisible();
  await expect(thread(atelier.page)).toBeVisible();
  return { name, order: order.id, desk: atelier.page, leave: atelier.leave };
}

const quoteOf = (amount: number) => ({
  lines: [{ label: 'Façon', quantity: 1, unitPrice: { amount, currency: 'EUR' } }],
  depositPercent: 40,
  validUntil: '2099-01-01',
  promisedDate: '2099-02-01',
});

test('a quote is answered from the thread: refused, asked to change, accepted', async ({ page, browser }) => {
  const { desk, order, leave } = await open(page, browser);
  await call(desk, 'post', `/api/orders/${order}/quotes`, quoteOf(90_000));
  await expect(paper(page, 'Devis, version 1')).toContainText('900,00');
  await expect(paper(desk, 'Devis, version 1')).toContainText('Attend la réponse');
  await expectAccessible(page);

  await paper(page, 'Devis, version 1').getByRole('button', { name: 'Demander un changement' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Votre demande' }).fill('Plutôt courte.');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet).toBeHidden();
  await expect(paper(page, 'Devis, version 1').getByRole('button', { name: 'Bon pour accord' })).toHaveCount(0);
  await expect(paper(desk, 'Devis, version 1')).toContainText('Remplacée');

  await call(desk, 'post', `/api/orders/${order}/quotes`, quoteOf(75_000));
  const second = paper(page, 'Devis, version 2');
  await expect(second).toContainText('750,00');
  await second.getByRole('button', { name: 'Bon pour accord' }).click();
  await expect(second).toContainText(/Acceptée par Maud/);
  await expect(second.getByRole('button')).toHaveCount(0);
  await expect(paper(desk, 'Devis, version 2')).toContainText(/Acceptée par Maud/);
  await expect(line(desk, 'a accepté le devis')).toBeVisible();

  await call(desk, 'post', `/api/orders/${order}/quotes`, quoteOf(80_000));
  await paper(page, 'Devis, version 3').getByRole('button', { name: 'Refuser' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Refuser le devis' }).click();
  await expect(paper(desk, 'Devis, version 3')).toContainText(/Refusée par Maud/);
  await leave();
});

test('a change is asked, countered, agreed and signed without leaving the thread', async ({ page, browser }) => {
  const { desk, name, order, leave } = await open(page, browser);
  await call(desk, 'post', `/api/orders/${order}/quotes`, quoteOf(90_000));
  await paper(page, 'Devis, version 1').getByRole('button', { name: 'Bon pour accord' }).click();
  await expect(line(desk, 'a accepté le devis')).toBeVisible();

  await call(page, 'post', `/api/orders/${order}/change-requests`, {
    changes: [{ field: 'options.straps', to: 'larges, 3 cm' }],
  });
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

  await call(desk, 'post', `/api/orders/${order}/cutting-approval`, { callouts: [], fabric: 'Laine fine' });
  await call(desk, 'post', `/api/orders/${order}/cutting-approval/sign`);
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

  const { version } = await call<{ version: number }>(desk, 'get', `/api/orders/${order}`);
  await call(desk, 'post', `/api/orders/${order}/transitions`, { to: 'measuring', version });
  await expect(line(page, 'La commande passe à l’étape « Prise de mesures »')).toBeVisible();
  await expectAccessible(desk);
  await leave();
});
