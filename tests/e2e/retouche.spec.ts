import type { OrderDto } from '@/lib/orders/answers';
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
import { confirmed, readOrder, signed, tellMove } from './support/orders';

test('a client reports a defect with a photo, the house alters the piece free of charge, and it is handed over again', async ({
  page,
  browser,
}) => {
  test.slow();
  const name = `Fatou ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const { page: desk, leave } = await another(browser, COUTURIER);
  const { id } = await confirmed(page, desk, { title: 'Robe à fermeture' });
  await signed(page, desk, id);
  for (const to of ['ready', 'delivered']) {
    const { version } = await readOrder(desk, id);
    await call(desk, 'post', `/orders/${id}/transitions`, { to, version, note: 'Le jour même', confirm: true });
  }
  await tellMove(desk, id);

  // From the wardrobe, on a telephone, without going to the bottom of the page.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/fr/account/wardrobe');
  await page.getByRole('link', { name: 'Faire retoucher' }).click();
  const said = page.getByRole('textbox', { name: 'Signaler un défaut' });
  await said.fill('La fermeture glisse.');
  const section = page.locator('#defect');
  await section
    .locator('input[type=file]')
    .setInputFiles({ name: 'fermeture.png', mimeType: 'image/png', buffer: PNG });
  await expect(section.getByRole('button', { name: /fermeture\.png/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await section.getByRole('button', { name: 'Signaler', exact: true }).click();
  await expect(section.getByText('La maison ne vous a pas encore répondu.')).toBeVisible();
  await expect(section.getByRole('list', { name: 'Défaut signalé' }).getByRole('img')).toHaveCount(1);
  await expect(said).toHaveValue('');

  // It waits in the day of whoever made it, and in the list of orders.
  await desk.goto('/fr/atelier');
  const waiting = desk.getByRole('region', { name: 'On vous attend' });
  await expect(waiting.getByRole('listitem').filter({ hasText: name })).toContainText('La fermeture glisse.');
  await desk.goto('/fr/atelier/orders?what=defect&shape=table');
  const row = desk.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Défaut signalé');
  await expect(row).not.toContainText('Livrée');
  await row.getByRole('link').first().click();

  const reported = desk.getByRole('region', { name: 'Défaut signalé' });
  await expect(reported.getByText('La fermeture glisse.')).toBeVisible();
  await expectAccessible(desk);
  await reported.getByRole('link', { name: 'Ouvrir une retouche' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Une retouche sur Robe à fermeture');
  const work = desk.getByRole('textbox', { name: 'Ce qui est à faire' });
  await expect(work).toHaveValue('La fermeture glisse.');
  await work.fill('Changer la fermeture\nReprendre la doublure');
  await desk.getByLabel('Temps compté').fill('1h30');
  await desk.getByLabel(`Un mot pour ${name}`).fill('Nous la reprenons sans frais.');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Ouvrir la retouche' }).click();

  // Short stages, its own tasks, no price.
  await expect(desk.getByRole('button', { name: 'Commencer la retouche' })).toBeVisible();
  const retouche = desk.url().split('/').at(-1)?.split('?')[0] ?? '';
  expect(await readOrder(desk, retouche)).toMatchObject({ kind: 'retouche', stage: 'confirmed', workMinutes: 90 });
  await desk.getByRole('tab', { name: /^Tâches/ }).click();
  await expect(desk.getByText('Changer la fermeture').first()).toBeVisible();
  await expect(desk.getByText('Reprendre la doublure').first()).toBeVisible();
  await expectAccessible(desk);

  // Its client is answered, and follows it from the piece.
  await page.goto(`/fr/account/orders/${id}`);
  await expect(section.getByText('Une retouche est ouverte')).toBeVisible();
  await section.getByRole('link', { name: 'La suivre' }).click();
  await expect(page).toHaveURL(new RegExp(`/account/orders/${retouche}$`));
  await expect(page.getByText('Nous la reprenons sans frais.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  for (const [verb, stage] of [
    ['Commencer la retouche', 'alterations'],
    ['Passer aux finitions', 'finishing'],
    ['La pièce est prête', 'ready'],
    ['Remettre', 'delivered'],
  ] as const) {
    await desk.getByRole('button', { name: verb }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Passer à l’étape' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await readOrder(desk, retouche)).stage).toBe(stage);
  }
  await tellMove(desk, retouche);
  await page.goto(`/fr/account/orders/${id}`);
  const { number } = await readOrder(page, retouche);
  await expect(page.getByRole('listitem').filter({ hasText: number }).filter({ hasText: 'Livrée' })).toBeVisible();
  await leave();
});

test('somebody comes in with a garment: one short form, a price agreed on at the counter, and a ticket', async ({
  page,
}) => {
  await signIn(page, COUTURIER);
  await page.setViewportSize({ width: 390, height: 844 });
  const name = `Rose ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/fr/atelier/orders/new');
  await page.getByRole('radio', { name: 'Retouche' }).click();
  await page.getByRole('button', { name: 'Ouvrir la retouche' }).click();
  await expect(page.getByText('Dites quel vêtement c’est.')).toBeVisible();
  await page.getByRole('button', { name: 'Nouvelle fiche' }).click();
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Le vêtement').fill('Pantalon noir en laine');
  await page.getByLabel('Ce qui est à faire').fill('Raccourcir de 3 cm');
  await page.getByLabel('Temps compté').fill('45');
  await page.getByLabel('Prix', { exact: true }).fill('25');
  await expect(page.getByRole('checkbox', { name: 'Prix accepté au comptoir' })).toBeChecked();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByRole('button', { name: 'Ouvrir la retouche' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pantalon noir en laine');
  const ticket = page.getByRole('link', { name: 'Ticket' });
  const paper = await page.request.get((await ticket.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const id = page.url().split('/').at(-1)?.split('?')[0] ?? '';
  const order = await call<OrderDto>(page, 'get', `/orders/${id}`);
  expect(order).toMatchObject({
    kind: 'retouche',
    stage: 'confirmed',
    clientName: name,
    total: { amount: 2_500 },
    workMinutes: 45,
  });
  await expectAccessible(page);
  await expectNoSideScroll(page);
});
