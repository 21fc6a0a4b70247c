import { type Page } from '@playwright/test';
import {
  another,
  call,
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  OWNER,
  OWN_PASSWORD,
  PASSWORD,
  signIn,
  test,
} from './support/house';

const fresh = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
const openFile = async (page: Page, name: string, more: object = {}): Promise<string> =>
  (await call<{ id: string }>(page, 'post', '/clients', { name, ...more })).id;

test.describe('merging two client files', () => {
  test('shows what follows and whose words win, then leads to the file that stays', async ({ page }) => {
    await signIn(page, COUTURIER);
    const [stays, goes] = [fresh('Solange Mbaye'), fresh('S. Mbaye')];
    const intoId = await openFile(page, stays, { phone: '06 39 98 00 01', allergies: 'Nickel' });
    const id = await openFile(page, goes, { phone: '06 39 98 00 02', allergies: 'Latex', email: 's@exemple.fr' });
    await call(page, 'post', `/clients/${id}/measurements`, { values: { waistGirth: 70 }, confirm: true });
    await page.goto(`/fr/atelier/clients/${id}`);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Réunir avec un autre dossier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Réunir les dossiers' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Choisissez d’abord le dossier qui reste.');
    const other = dialog.getByRole('combobox', { name: 'Dossier qui reste' });
    await other.focus();
    await expect(page.getByRole('option').nth(9), 'the whole house is offered').toBeAttached();
    await expect
      .poll(() => page.getByRole('listbox').evaluate((list) => list.getBoundingClientRect().bottom - innerHeight))
      .toBeLessThanOrEqual(0);
    await other.fill(stays);
    await expect(page.getByRole('option'), 'the search has answered').toHaveCount(1);
    await page.getByRole('option', { name: stays }).click();
    await expect(dialog.getByText('1 jeu de mesures')).toBeVisible();
    await expect(dialog.getByText('Mis bout à bout : Allergies.')).toBeVisible();
    await dialog.getByRole('radiogroup', { name: 'Téléphone' }).getByText('06 39 98 00 02').click();
    await expectAccessible(page);
    for (const width of [360, 768, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await dialog.getByRole('button', { name: 'Réunir les dossiers' }).click();
    await expect(page).toHaveURL(`/fr/atelier/clients/${intoId}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(stays);
    const aside = page.getByRole('main');
    await expect(aside.getByRole('link', { name: '06 39 98 00 02' })).toBeVisible();
    await expect(aside.getByText('Téléphone : 06 39 98 00 01')).toBeVisible();
    await expect(aside.getByText(new RegExp(`«\\s${goes}\\s», par Claire Morel`))).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Mesures 1' })).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/en/atelier/clients/${id}`);
    await expect(page).toHaveURL(`/en/atelier/clients/${intoId}`);
    await expect(page.getByText('Merged files')).toBeVisible();
    await page.goto('/fr/atelier/clients');
    await page.getByLabel('Nom, e-mail ou téléphone').fill(goes);
    await expect(page.getByText('aucun dossier', { exact: true })).toBeVisible();
  });
});

test.describe('my data', () => {
  test('is downloaded as an archive', async ({ page }) => {
    await newClient(page);
    await page.goto('/fr/account/settings');
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger mes données' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^my-data-[\d-]+\.zip$/);
    expect(await download.failure()).toBeNull();
  });

  test('is erased by who knows the password, and nobody comes in afterwards', async ({ page }) => {
    await newClient(page);
    await page.goto('/fr/account/settings');
    await page.getByRole('button', { name: 'Effacer mon compte' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
    const password = dialog.getByLabel('Mot de passe');
    await expect(password).toHaveAccessibleDescription(/nécessaire/);
    await expectAccessible(page);
    await password.fill('pas le bon mot');
    await page.keyboard.press('Enter');
    await expect(password).toHaveAccessibleDescription(/ne correspond pas/);
    for (const width of [360, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await password.fill(OWN_PASSWORD);
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect(page).toHaveURL(/\/fr\/sign-in/);
    await expect(page.getByText('Votre compte est effacé, un e-mail le confirme.')).toBeVisible();
    await page.goto('/fr/account/settings');
    await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
  });

  test('stays while a piece is under way, and says which', async ({ page }) => {
    await signIn(page, CLIENT);
    await page.goto('/en/account/settings');
    await page.getByRole('button', { name: 'Erase my account' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(dialog.getByRole('alert')).toContainText('FF-2026-0041');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });

  test('is erased by the atelier once the name is written', async ({ page }) => {
    await signIn(page, COUTURIER);
    const name = fresh('Paul Sansnom');
    const id = await openFile(page, name);
    await page.goto(`/fr/atelier/clients/${id}`);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Effacer la personne' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect(dialog.getByLabel(`Pour confirmer, écrivez : ${name}`)).toHaveAccessibleDescription(
      /ne correspond pas/,
    );
    await expectAccessible(page);
    await dialog.getByLabel(`Pour confirmer, écrivez : ${name}`).fill(name);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/fr/atelier/clients');
    expect((await page.goto(`/fr/atelier/clients/${id}`))?.status()).toBe(404);
  });
});

test.describe('a table of people', () => {
  test('is read over row by row, imported, and taken away again', async ({ page }) => {
    await signIn(page, COUTURIER);
    const mark = crypto.randomUUID().slice(0, 6);
    const known = `Connue ${mark}`;
    await openFile(page, known, { email: `connue-${mark}@exemple.fr` });
    const table = [
      'Nom;E-mail;Téléphone;Pointure',
      `Neuve ${mark};neuve-${mark}@exemple.fr;=1+1;38`,
      `${known};connue-${mark}@exemple.fr;06 39 98 00 09;`,
      `Fausse ${mark};pas une adresse;;`,
    ].join('\r\n');
    const file = (content: Buffer) => ({ name: 'clientes.csv', mimeType: 'text/csv', buffer: content });
    await page.goto('/fr/atelier/clients');
    await page.getByRole('link', { name: 'Importer' }).click();
    await expect(page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Fichier CSV').setInputFiles(file(Buffer.from('PK\u0003\u0004\u0000')));
    await expect(page.getByRole('main').getByRole('alert')).toContainText('enregistrez-le au format CSV');

    // As French Excel saves it.
    await page.getByLabel('Fichier CSV').setInputFiles(file(Buffer.from(table, 'latin1')));
    await expect(page.getByRole('heading', { name: '2 dossiers à ouvrir' })).toBeVisible();
    await expect(page.getByText('« Pointure » se lit comme').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3 personnes, rien à demander');
    const rowOf = (name: string) =>
      page.getByRole('table', { name: 'Lignes du fichier' }).getByRole('row').filter({ hasText: name });
    await expect(rowOf(`Neuve ${mark}`)).toContainText('À ouvrir');
    await expect(rowOf(known)).toContainText('À mettre à jour');
    // What would change of who is known, each with its box.
    const taken = page.getByRole('checkbox', { name: `Prendre « Téléphone » de ${known}` });
    await expect(taken).toBeChecked();
    await taken.press('Space');
    await expect(rowOf(known)).toContainText('Déjà là');
    await taken.press('Space');
    await expect(rowOf(known)).toContainText('À mettre à jour');
    await expect(rowOf(`Fausse ${mark}`)).toContainText('E-mail « pas une adresse » : Écrivez une adresse complète');
    // A cell that cannot be read costs nobody their row.
    await expect(rowOf(`Fausse ${mark}`)).toContainText('À ouvrir');
    await expectAccessible(page);
    for (const width of [360, 768, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Importer 3 lignes' }).click();
    await expect(page.getByRole('heading', { name: '2 dossiers ouverts' })).toBeVisible();
    await expect(rowOf(known)).toContainText('Mis à jour');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Voir les dossiers' }).click();
    await page.getByLabel('Nom, e-mail ou téléphone').fill(mark);
    await expect(page.getByText('3 dossiers', { exact: true })).toBeVisible();
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Exporter en CSV' }).click();
    const download = await started;
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    expect(text.startsWith('\uFEFF"Dossier";"Nom";"E-mail"')).toBe(true);
    expect(text).toContain(`"'=1+1"`);
    expect(text.trim().split('\r\n')).toHaveLength(4);
  });
});

test.describe('handing over', () => {
  /** Chooses in the dialog's list. */
  async function choose(page: Page, name: string): Promise<void> {
    await page.getByRole('dialog').getByRole('button', { name: /À qui/ }).click();
    await page.getByRole('option', { name }).click();
  }
  /** A client who wrote to Claire Morel a moment ago. */
  async function spoken(page: Page, name: string) {
    await newClient(page, name);
    const couturiers = await call<{ items: { id: string; name: string }[] }>(page, 'get', '/couturiers?limit=100');
    const couturierId = couturiers.items.find((one) => one.name === 'Claire Morel')?.id;
    const { id, clientId } = await call<{ id: string; clientId: string }>(page, 'post', '/conversations', {
      couturierId,
    });
    const words = { clientMessageId: crypto.randomUUID(), type: 'text', content: `Un premier mot de ${name}` };
    await call(page, 'post', `/conversations/${id}/messages`, words);
    return { id, clientId, couturierId, said: words.content };
  }

  test('a conversation leaves one screen, comes to another and says so, while all are looking', async ({
    page,
    browser,
  }) => {
    const { id, clientId, said } = await spoken(page, fresh('Mireille'));
    await page.goto(`/fr/account/messages/${id}`);
    const claire = await another(browser, COUTURIER);
    await claire.page.goto(`/fr/atelier/messages/${id}`);
    await expect(claire.page.getByText(said).last()).toBeVisible();
    const owner = await another(browser, OWNER);
    await owner.page.goto(`/fr/atelier/clients/${clientId}?tab=conversation`);
    await owner.page.getByRole('button', { name: 'Transmettre la conversation avec Claire Morel' }).click();
    const dialog = owner.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Transmettre', exact: true }).click();
    await expect(dialog.getByText('Choisissez la personne qui reprend.')).toBeVisible();
    await expectAccessible(owner.page);
    for (const width of [360, 2560]) {
      await owner.page.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(owner.page);
    }
    await owner.page.setViewportSize({ width: 1280, height: 900 });
    await choose(owner.page, 'Mathieu Carpentier');
    await dialog.getByRole('button', { name: 'Transmettre', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(owner.page.getByText('La conversation est transmise à Mathieu Carpentier.')).toBeVisible();
    await expect(
      page.getByRole('log').getByText('Claire Morel a transmis cette conversation à Mathieu Carpentier'),
    ).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mathieu Carpentier');
    await expect(claire.page.getByText('Cette conversation n’est plus ici')).toBeVisible();
    await expect(claire.page).toHaveURL('/fr/atelier/messages');
    await expect(claire.page.getByText(said)).toHaveCount(0);
    await claire.leave();
    await owner.leave();
  });

  test('an order goes to somebody else with a word, and its timeline says so', async ({ page, browser }) => {
    const { couturierId } = await spoken(page, fresh('Adèle'));
    const order = await call<{ id: string }>(page, 'post', '/orders', {
      ...{ title: 'Robe du soir', garment: 'dress', description: '', options: {}, couturierId },
    });
    const owner = await another(browser, OWNER);
    await owner.page.goto(`/fr/atelier/orders/${order.id}`);
    // Who is in the house is said late: the field is pressed before, and answers when it is known.
    let say = () => {};
    const said = new Promise<void>((resolve) => (say = resolve));
    await owner.page.route('**/api/couturiers?*', async (route) => {
      await said;
      await route.continue();
    });
    await owner.page.getByRole('button', { name: 'Autres gestes' }).click();
    await owner.page.getByRole('menuitem', { name: 'Transmettre à quelqu’un d’autre' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: /À qui/ }).click();
    await expect(owner.page.getByRole('listbox')).toBeVisible();
    say();
    await owner.page.getByRole('option', { name: 'Mathieu Carpentier' }).click();
    await owner.page.getByLabel('Un mot pour le fil').fill('Claire part en congé');
    await expectAccessible(owner.page);
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Transmettre', exact: true }).click();
    await expect(owner.page.getByText('La commande est transmise à Mathieu Carpentier.')).toBeVisible();
    await owner.page.goto(`/en/atelier/orders/${order.id}?tab=thread`);
    await expect(owner.page.getByText('From Claire Morel to Mathieu Carpentier')).toBeVisible();
    await expect(owner.page.getByText('Claire part en congé')).toBeVisible();
    await page.goto(`/fr/account/orders/${order.id}`);
    await expect(page.getByText('Claire part en congé').first()).toBeVisible();
    await owner.leave();
  });

  test('all of one couturier’s work is counted before it is handed over', async ({ page }) => {
    await signIn(page, OWNER);
    await page.goto('/fr/atelier/house');
    await page.getByRole('button', { name: 'Actions pour Claire Morel' }).click();
    await page.getByRole('menuitem', { name: 'Transmettre son travail' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/\d+ commandes et \d+ conversations passent/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
