import type { OrderDto } from '@/lib/orders/answers';
import type { PartyDto } from '@/lib/parties/schemas';
import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);

test('two people of one event: typed once, seen at a glance, and one withdraws without touching the other', async ({
  page,
}) => {
  test.slow();
  const mark = crypto.randomUUID().slice(0, 6);
  const [event, bride, groom] = [`Mariage ${mark}`, `Fatou ${mark}`, `Ibrahima ${mark}`];
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/orders');
  await page.getByRole('link', { name: 'Cortèges' }).click();
  await page.getByRole('button', { name: 'Un cortège' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Ouvrir le cortège' }).click();
  await expect(form.getByText('Donnez-lui un nom.')).toBeVisible();
  await form.getByLabel('Nom', { exact: true }).fill(event);
  await form.getByLabel('Jour de la fête').fill(inDays(200));
  await form.getByLabel('Mesures pour le').fill(inDays(-6));
  await form.getByLabel('Lieu').fill('Mairie du 2e');
  await form.getByRole('button', { name: 'Ouvrir le cortège' }).click();
  await expect(page.getByRole('heading', { level: 1, name: event })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const add = async (name: string, part: string, payer?: string) => {
    await page.getByRole('button', { name: 'Une personne' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Pas encore de fiche' }).click();
    await dialog.getByLabel('Nom', { exact: true }).fill(name);
    await dialog.getByLabel('Qui est-ce dans la fête').fill(part);
    if (payer) {
      await dialog.getByRole('button', { name: /Qui règle/ }).click();
      await page.getByRole('option', { name: 'Un autre nom' }).click();
      await dialog.getByLabel('Nom de qui règle').fill(payer);
    }
    await dialog.getByLabel('Pièce', { exact: true }).fill(`Tenue de ${name}`);
    await dialog.getByRole('button', { name: /Genre de vêtement/ }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await add(bride, 'la mariée');
  await add(groom, 'le marié', `Famille ${mark}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row(groom)).toContainText('6 jours de retard');
  await expect(row(groom)).toContainText(`Famille ${mark}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${event}, 2 tenues`);

  // What the orders say is said here, and the event was typed once.
  const { members } = (await (await page.request.get(`/api/parties/${id}`)).json()) as PartyDto;
  const orderId = members.find(({ name }) => name === bride)?.order?.id ?? '';
  const order = (await (await page.request.get(`/api/orders/${orderId}`)).json()) as OrderDto;
  expect(order).toMatchObject({ occasion: event });
  await call(page, 'post', `/orders/${orderId}/quotes`, {
    lines: [{ label: 'Façon', quantity: 1, unitPrice: { amount: 460_000, currency: 'EUR' }, vatRate: 20 }],
    validUntil: inDays(30),
    depositPercent: 40,
  });
  await page.reload();
  const shares = page.getByRole('region', { name: 'Qui règle' });
  await expect(shares.getByRole('listitem').filter({ hasText: bride })).toContainText(/4.600,00.€/);
  await expect(shares.getByRole('listitem').filter({ hasText: bride })).toContainText(/acompte de 1.840,00.€ attendu/);

  await page.getByRole('button', { name: 'Poser un jour' }).click();
  const day = page.getByRole('dialog');
  await day.getByLabel('Quoi').fill('Essayage ensemble');
  await day.getByLabel('Jour', { exact: true }).fill(inDays(100));
  await day.getByRole('button', { name: 'Enregistrer' }).click();
  const days = page.getByRole('region', { name: 'Les jours communs' });
  await expect(days.getByRole('listitem')).toContainText('Proposé');

  await page.getByRole('button', { name: `Gestes, ${groom}` }).click();
  await page.getByRole('menuitem', { name: 'Se retire…' }).click();
  const ask = page.getByRole('alertdialog');
  await ask.getByLabel('Ce qui s’est passé').fill('Ne vient plus.');
  await ask.getByRole('button', { name: 'Confirmer le retrait' }).click();
  await expect(row(groom)).toContainText('commande annulée');
  await expect(row(bride)).toContainText(/4.600,00.€/);
  await expect(shares.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await page.goto(`/fr/atelier/orders/${orderId}`);
  await page.getByRole('link', { name: `Cortège ${event}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: event })).toBeVisible();
  await page.goto('/fr/atelier/orders/parties');
  await expect(row(event)).toContainText('une personne');
  await expectAccessible(page);
  await expectNoSideScroll(page);
});
