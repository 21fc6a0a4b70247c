import { addDays } from '@/lib/calendar';
import { dayKey } from '@/lib/i18n/format';
import {
  another,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  OWNER,
  test,
} from './support/house';
import { confirmed, edit, readOrder, request } from './support/orders';

const today = () => dayKey(new Date());

test('a quote’s day is judged before it is sent: past, beyond the hands, the first that holds, or promised all the same', async ({
  page,
  browser,
}) => {
  await newClient(page, `Solange ${crypto.randomUUID().slice(0, 8)}`);
  const order = await request(page);
  const { page: desk, leave } = await another(browser, COUTURIER);
  await desk.goto(`/fr/atelier/orders/${order.id}?tab=quotes`);
  await desk.getByRole('tabpanel').getByRole('button', { name: 'Écrire un devis' }).click();
  const field = desk.getByLabel('Date promise');
  const said = desk.getByRole('region', { name: 'Ce que disent les heures' });
  const send = desk.getByRole('button', { name: 'Envoyer le devis' });

  await field.fill(addDays(today(), -3));
  await expect(said).toContainText('Intenable');
  await expect(said).toContainText('Ce jour est passé.');
  await expect(send).toBeDisabled();

  await field.fill(addDays(today(), 2));
  await expect(said).toContainText(/Il manque .+ de cette pièce/);
  await expect(said).not.toContainText('Ce jour est passé.');
  await expect(send).toBeDisabled();
  await expect(send).toHaveAccessibleDescription(/la raison de promettre/);
  await said.getByText(/^Promettre le .+ quand même$/).click();
  await expect(send, 'not without a reason').toBeDisabled();
  await said.getByLabel('Pourquoi quand même').fill('Elle se marie ce jour-là.');
  await expect(send).toBeEnabled();
  await expectAccessible(desk);
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(desk);

  await said.getByRole('button', { name: /^Prendre le / }).click();
  await expect(said).toContainText('Tenable');
  await expect(said).not.toContainText('Intenable');
  await expect(send).toBeEnabled();
  expect((await field.inputValue()) > addDays(today(), 2)).toBe(true);
  await leave();
});

test('the client reads whether the feast can be kept, in plain words and without anybody else’s matters', async ({
  page,
}) => {
  await newClient(page, `Solange ${crypto.randomUUID().slice(0, 8)}`);
  await page.goto('/fr/account/orders/new?model=robe-clair-de-lune&step=project');
  const answer = page.getByText('La date honnête').locator('../..');
  await expect(answer).toContainText('Dites le jour de la fête');
  await page.getByLabel('Le jour de la fête').fill(addDays(today(), 3));
  await expect(answer).toContainText('Ne tient pas');
  await expect(answer).toContainText('Aucun jour ne tient avant la fête.');
  await page.getByLabel('Le jour de la fête').fill(addDays(today(), 300));
  await expect(answer).toContainText('Elle tient');
  await expect(answer).not.toContainText(/Claire|Mathieu| h /);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
});

test('a model’s page says the first day the hands can have it, and stays the same page for everyone', async ({
  page,
}) => {
  const answered = page.waitForResponse((one) => one.url().includes('/api/promises?'));
  await page.goto('/fr/models/robe-clair-de-lune');
  const { earliest } = (await (await answered).json()) as { earliest: string };
  const shown = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${earliest}T00:00:00Z`),
  );
  await expect(page.locator('.model-figure').last()).toHaveText(shown.replace(/^1 /, '1er '));
});

test('other hands are asked for the promised day before they take a piece over', async ({ page, browser }) => {
  const name = `Solange ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const { page: desk, leave } = await another(browser, OWNER);
  const order = await confirmed(page, desk);
  await edit(desk, order.id, { promisedDate: addDays(today(), 3), anywayReason: 'Elle se marie ce jour-là.' });
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.goto(`/fr/atelier/orders/${order.id}`);
  await desk.getByRole('button', { name: 'Autres gestes' }).click();
  await desk.getByRole('menuitem', { name: 'Transmettre à quelqu’un d’autre' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: /À qui/ }).click();
  await desk.getByRole('option', { name: 'Mathieu Carpentier' }).click();
  const send = dialog.getByRole('button', { name: 'Transmettre', exact: true });
  await send.click();
  await expect(dialog).toContainText('Les heures de la maison ne tiennent pas ce jour.');
  await expect(dialog).toContainText(/Il manque .+ Mathieu|Mathieu/);
  await expect(send, 'not without a reason').toBeDisabled();
  await expectAccessible(desk);
  await expectNoSideScroll(desk);
  await dialog.getByLabel('Pourquoi quand même').fill('Claire part en congé.');
  await send.click();
  await expect(desk.getByText('La commande est transmise à Mathieu Carpentier.')).toBeVisible();
  expect((await readOrder(desk, order.id)).couturierName).toBe('Mathieu Carpentier');
  await leave();
});
