import {
  another,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  OWNER,
  signIn,
  test,
  visitor,
} from './support/house';

test('the owner changes the house, and the public page says it', async ({ page, browser }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/house');
  const identity = page.getByRole('region', { name: 'La maison', exact: true });
  await identity.getByLabel('Nom').fill('');
  await identity.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(identity.getByLabel('Nom')).toHaveAccessibleDescription(/\S/);
  await identity.getByRole('button', { name: 'Annuler' }).click();
  const phone = `01 84 25 ${String(Math.floor(Math.random() * 90) + 10)} ${String(Math.floor(Math.random() * 90) + 10)}`;
  await identity.getByLabel('Téléphone').fill(phone);
  await expect(identity.getByText('Un réglage change')).toBeVisible();
  await identity.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Qui a changé quoi' })).toContainText(phone);
  await expectAccessible(page);

  const { page: outside, leave } = await visitor(browser);
  await outside.goto('/fr/house');
  await expect(outside.getByText(phone).first()).toBeVisible();
  await leave();
});

test('hours: what is no opening is refused in its row; the hours of a day are kept', async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/house');
  const hours = page.getByRole('region', { name: 'Heures et congés' });
  const opening = hours.getByLabel('lundi, ouverture 1');
  const before = await opening.inputValue();
  const save = hours.getByRole('button', { name: 'Enregistrer' });
  // The form listens once the page has come alive; nobody types as fast as a test.
  await expect(async () => {
    await opening.fill(before);
    await opening.fill('20:00');
    await expect(save).toBeVisible({ timeout: 500 });
  }).toPass();
  await save.click();
  await expect(hours.locator('.field-error').first()).toBeVisible();
  await expect(opening).toHaveValue('20:00');
  const next = before === '09:00' ? '09:30' : '09:00';
  await opening.fill(next);
  await save.click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await page.reload();
  await expect(opening).toHaveValue(next);
});

test('feasts: proposed, dated, refused in their row, kept, and taken away', async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/house');
  const hours = page.getByRole('region', { name: 'Heures et congés' });
  const save = hours.getByRole('button', { name: 'Enregistrer' });
  const add = async (name: string) => {
    await hours.getByRole('button', { name: 'Ajouter une fête' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await add('Tabaski');
  const tabaski = hours.getByRole('listitem').filter({ hasText: 'Tabaski' });
  await expect(tabaski).toContainText(/Jour calculé\s: .+ L’annonce peut différer d’un jour/);
  await expect(tabaski.getByLabel('Heures gardées')).toHaveValue('50');
  await tabaski.getByLabel('Jours avant').fill('10');
  await add('D’autres jours');
  const own = hours.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Retirer ces jours' }) });
  await save.click();
  await expect(own.getByLabel('Nom (français)')).toHaveAccessibleDescription(/\S/);
  await expect(own.getByLabel('Du', { exact: true })).toHaveAccessibleDescription(/\S/);
  await expectAccessible(page);
  await own.getByLabel('Nom (français)').fill('Magal de Touba');
  const magal = hours
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Retirer Magal de Touba' }) });
  await magal.getByLabel('Nom (anglais)').fill('Magal of Touba');
  await magal.getByLabel('Du', { exact: true }).fill('2030-07-20');
  await magal.getByLabel('au', { exact: true }).fill('2030-07-25');
  await save.click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await page.reload();
  await expect(tabaski.getByLabel('Jours avant')).toHaveValue('10');
  await expect(magal.getByLabel('au', { exact: true })).toHaveValue('2030-07-25');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideScroll(page);

  await hours.getByRole('button', { name: /^Retirer Tabaski/ }).click();
  await hours.getByRole('button', { name: 'Retirer Magal de Touba' }).click();
  await save.click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await expect(hours.getByText('Aucune fête notée')).toBeVisible();
});

test('the lock stage moves, and two owners of one setting see both versions', async ({ page, browser }) => {
  await signIn(page, OWNER);
  const other = await another(browser, OWNER);
  for (const one of [page, other.page]) await one.goto('/fr/atelier/house');
  const stages = (one: typeof page) => one.getByRole('region', { name: 'Étapes et heures' });
  const assembly = (one: typeof page) => stages(one).getByLabel('Heures, Montage');
  const start = await assembly(page).inputValue();
  const [mine, theirs] = start === '13' ? ['15', '16'] : ['13', '14'];
  await assembly(page).fill(mine ?? '');
  await assembly(other.page).fill(theirs ?? '');
  await stages(other.page).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(other.page.getByText('C’est enregistré')).toBeVisible();
  await stages(page).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { name: 'La maison a changé entre-temps' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Garder le mien' }).click();
  await expect(page.getByRole('heading', { name: 'La maison a changé entre-temps' })).toHaveCount(0);
  await page.reload();
  await expect(assembly(page)).toHaveValue(mine ?? '');
  await other.leave();

  await stages(page)
    .getByRole('button', { name: /^Verrou|Coupe.*Verrou|Verrou.*Coupe/ })
    .click();
  await page.getByRole('option', { name: 'Montage' }).click();
  await stages(page).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await expect(stages(page).getByRole('listitem').filter({ hasText: 'Montage' })).toContainText('Verrou');
  await page.reload();
  await stages(page)
    .getByRole('button', { name: /Verrou/ })
    .click();
  await page.getByRole('option', { name: 'Coupe' }).click();
  await stages(page).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
});

test('a couturier sees only what is theirs to change', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/house');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Disponibilité',
    'Heures et absences',
    'Invitations',
  ]);
  await expect(page.getByLabel('Devise')).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
});

test('a couturier goes away and comes back: the public page and a client’s choice follow', async ({
  page,
  browser,
}) => {
  await signIn(page, 'couturier2@fashionflow.test');
  const { page: client, leave } = await visitor(browser);
  await newClient(client);
  await page.goto('/fr/atelier');
  const turn = async (to: 'Absence' | 'Disponible') => {
    await page.getByRole('button', { name: /Mathieu Carpentier/ }).click();
    const menu = page.getByRole('dialog');
    // The switch turns at once; the others see it when the house has it.
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/me') && answer.request().method() === 'PATCH' && answer.ok(),
    );
    await menu.getByText(to === 'Absence' ? 'Disponible' : 'Absence').click();
    await kept;
    await expect(menu.getByText(to)).toBeVisible();
    await page.keyboard.press('Escape');
  };
  await turn('Absence');
  await client.goto('/fr/couturiers');
  const row = client.getByRole('listitem').filter({ hasText: 'Mathieu' }).first();
  // Who is there is free, or with somebody at this hour of the demo's day.
  const there = /Disponible|En essayage|En rendez-vous/;
  await expect(row).not.toContainText(there);
  await client.goto('/fr/account/messages/new');
  const choice = client.getByRole('radio', { name: /Mathieu Carpentier/ });
  await expect(choice).toBeDisabled();
  await turn('Disponible');
  await client.goto('/fr/couturiers');
  await expect(row).toContainText(there);
  await client.goto('/fr/account/messages/new');
  await expect(choice).toBeEnabled();
  await leave();
});
