import type { Page } from '@playwright/test';
import { linkInMail } from './support/mails';
import {
  another,
  call,
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  OWNER,
  OWN_PASSWORD,
  signIn,
  test,
  visitor,
} from './support/house';

const freshName = () => `Solange Mbaye ${crypto.randomUUID().slice(0, 6)}`;

/** Opens a file through the API, for tests that begin with one. */
async function openFile(page: Page, name: string, more: object = {}): Promise<string> {
  return (await call<{ id: string }>(page, 'post', '/clients', { name, ...more })).id;
}

const measure = (page: Page, clientId: string, values: object): Promise<unknown> =>
  call(page, 'post', `/clients/${clientId}/measurements`, { values, confirm: true });

test.describe('a client file', () => {
  test('is opened, refused with reasons, edited, tagged, noted and put away', async ({ page }) => {
    await signIn(page, COUTURIER);
    const name = freshName();
    await page.goto('/fr/atelier/clients/new');
    await page.getByLabel('Téléphone').fill('06 39 98 00 01');
    await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
    await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toBeFocused();
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(name);
    await page.getByLabel('E-mail').fill('pas une adresse');
    await page.getByLabel('Anniversaire').fill('45/19');
    await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/\S/);
    await expect(page.getByLabel('Anniversaire')).toHaveAccessibleDescription(/\S/);
    await expect(page.getByLabel('Téléphone')).toHaveValue('06 39 98 00 01');
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill('');
    await page.getByLabel('Anniversaire').fill('6/5');
    await page.getByLabel('Étiquettes').fill('Soie, Mariée');
    await page.getByRole('button', { name: 'Ouvrir le dossier' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByText('6 mai', { exact: true })).toBeVisible();
    await expect(page.getByText('Mariée', { exact: true })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Ajouter une étiquette' }).click();
    await page.getByLabel('Nouvelle étiquette').fill('Velours');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Velours', { exact: true })).toBeVisible();
    await page.getByLabel('Ajouter une note').fill('Préfère le matin.');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Préfère le matin.')).toBeVisible();
    await expect(page.getByLabel('Ajouter une note')).toHaveValue('');

    await page.getByRole('button', { name: 'Modifier' }).click();
    const sheet = page.getByRole('dialog');
    await expectAccessible(page);
    await sheet.getByLabel('Allergies').fill('Nickel');
    await sheet.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByText('Nickel')).toBeVisible();

    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Archiver' }).click();
    await expect(page.getByText('Archivé', { exact: true })).toBeVisible();
    await page.goto('/fr/atelier/clients');
    await page.getByLabel('Nom, e-mail ou téléphone').fill(name);
    await expect(page.getByText('aucun dossier', { exact: true })).toBeVisible();
    await page.getByText('Dossiers archivés').click();
    await expect(page.getByRole('link', { name })).toBeVisible();
  });

  test('edited by two at once shows both versions and loses neither', async ({ page, browser }) => {
    await signIn(page, COUTURIER);
    const id = await openFile(page, freshName());
    const other = await another(browser, OWNER);
    for (const one of [page, other.page]) {
      await one.goto(`/fr/atelier/clients/${id}`);
      await one.getByRole('button', { name: 'Modifier' }).click();
    }
    await other.page.getByRole('dialog').getByLabel('Préférences').fill('Manches longues');
    await other.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await expect(other.page.getByRole('dialog')).toBeHidden();
    // The open file of the first shows it at once, while their own words stay in the form.
    await page.getByRole('dialog').getByLabel('Préférences').fill('Poches partout');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByRole('heading', { name: 'Quelqu’un a modifié ce dossier entre-temps' })).toBeVisible();
    await expect(page.getByRole('dialog')).toContainText('Manches longues');
    await expect(page.getByRole('dialog')).toContainText('Poches partout');
    await page.getByRole('button', { name: 'Garder la mienne' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(other.page.getByText('Poches partout')).toBeVisible();

    // A note added by each, whoever was first: both stay.
    await other.page.getByLabel('Ajouter une note').fill('Note d’Inès.');
    await page.getByLabel('Ajouter une note').fill('Note de Claire.');
    await Promise.all([other.page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    for (const one of [page, other.page]) {
      await expect(one.getByText('Note d’Inès.')).toBeVisible();
      await expect(one.getByText('Note de Claire.')).toBeVisible();
    }
    await other.leave();
  });

  test('answers the last words where it stands', async ({ page, browser }) => {
    await signIn(page, COUTURIER);
    const client = await another(browser, CLIENT);
    const { clientId } = await call<{ clientId: string }>(client.page, 'get', '/me');
    await page.goto(`/fr/atelier/clients/${clientId}`);
    const words = `Je prépare les bretelles. ${crypto.randomUUID().slice(0, 8)}`;
    await page.getByLabel('Répondre à Awa').fill(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tabpanel').getByText(words)).toBeVisible();
    await expect(page.getByLabel('Répondre à Awa')).toHaveValue('');
    await client.page.goto('/fr/account/messages');
    await expect(client.page.getByText(words).first()).toBeVisible();
    await client.leave();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Conversation' }).click();
    await expectNoSideScroll(page);
    await page.getByRole('tab', { name: 'Fichiers' }).click();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  });

  test('its person is invited by e-mail and finds the measurements and orders, nothing doubled', async ({
    page,
    browser,
  }) => {
    await signIn(page, COUTURIER);
    const name = freshName();
    const email = `invited-${crypto.randomUUID()}@example.test`;
    const id = await openFile(page, name, { email });
    await measure(page, id, { bustGirth: 91.5, waistGirth: 70 });
    const { vocabulary } = await call<{ vocabulary: { garments: { code: string }[] } }>(page, 'get', '/house');
    await call(page, 'post', '/orders', {
      title: 'Robe d’essai',
      garment: vocabulary.garments[0]?.code,
      description: 'Longue, dos nu.',
      options: {},
      clientId: id,
      referenceFileIds: [],
    });

    await page.goto(`/fr/atelier/clients/${id}`);
    await page.getByRole('button', { name: 'Inviter par e-mail' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Adresse e-mail')).toHaveValue(email);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`Invitation envoyée à ${email}`)).toBeVisible();

    const { page: person, leave } = await visitor(browser);
    await person.goto(await linkInMail(email, 'invitations'));
    await expect(person.getByLabel('Prénom et nom')).toHaveValue(name);
    await person.getByLabel('Mot de passe', { exact: true }).fill(OWN_PASSWORD);
    await person.getByRole('button', { name: 'Ouvrir mon compte' }).click();
    await expect(person).toHaveURL(/\/fr\/account$/);
    // The mail leads to the house's own address, which may be written otherwise than the tests'.
    const here = (path: string) => new URL(path, person.url()).href;
    await person.goto(here('/fr/account/measurements'));
    await expect(person.getByText('91,5').first()).toBeVisible();
    await person.goto(here('/fr/account/orders'));
    await expect(person.getByText('Robe d’essai')).toBeVisible();
    await leave();

    // The couturier's open page learns it without a reload, and the search knows one file of this person.
    await expect(page.getByText('Compte relié').first()).toBeVisible();
    await page.goto('/fr/atelier/clients');
    await page.getByLabel('Nom, e-mail ou téléphone').fill(email);
    await expect(page.getByText('1 dossier', { exact: true })).toBeVisible();
  });
});

test.describe('measuring', () => {
  test('by the keyboard: warnings are confirmed, refused values say why, the draft survives', async ({ page }) => {
    await signIn(page, COUTURIER);
    const id = await openFile(page, freshName());
    await measure(page, id, { bustGirth: 91.5, underbustGirth: 78, waistGirth: 70, hipGirth: 98.5 });
    await page.goto(`/fr/atelier/clients/${id}/measurements/new`);
    const point = (name: string) => page.getByLabel(name, { exact: true });

    // Comma and point, Enter to the next.
    await point('Tour de poitrine').fill('92,0');
    await page.keyboard.press('Enter');
    await expect(point('Dessous de poitrine')).toBeFocused();
    await page.keyboard.type('78.4');
    await page.keyboard.press('Enter');
    await expect(point('Tour de taille')).toBeFocused();
    const waist = page.locator('[data-point="waistGirth"]');
    await page.keyboard.type('76');
    await expect(waist.getByRole('status')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(waist.getByRole('status')).toContainText('8,6 % de plus que la dernière fois (70,0 cm)');
    await expect(waist.getByRole('status')).toContainText('Est-ce bien 76,0');
    await expectAccessible(page);

    // A reload loses nothing.
    await expect(page.getByText('Brouillon gardé')).toBeVisible();
    await page.reload();
    await expect(point('Tour de taille')).toHaveValue('76');

    for (const wrong of ['0', '401', 'abc']) {
      await point('Tour de bassin').fill(wrong);
      await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();
      await expect(point('Tour de bassin')).toBeFocused();
      // A decimal mark that was left out is asked about, the rest refused: never both at once.
      await expect(point('Tour de bassin')).toHaveAccessibleDescription(
        wrong === '401' ? /^Quatre mètres.*ou 40,1.cm.\?$/ : /plus de 0, 400 au plus/,
      );
    }
    await point('Tour de poitrine').fill('x');
    await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Deux points à reprendre' })).toBeVisible();
    await page.getByRole('link', { name: /Tour de bassin/ }).click();
    await expect(point('Tour de bassin')).toBeFocused();
    // Smaller than the waist: out of proportion.
    await point('Tour de bassin').fill('75');
    await point('Tour de poitrine').fill('92');
    await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'inhabituelle' })).toBeVisible();
    await expect(waist.getByRole('status')).toContainText('d’habitude plus petit que le tour de bassin (75,0 cm)');
    await point('Tour de bassin').fill('98,5');
    await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();
    await expect(waist.getByRole('button', { name: 'Oui, c’est juste' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(waist.getByRole('status')).toHaveCount(0);

    // A point of one's own.
    await page.getByRole('button', { name: 'Ajouter un point' }).click();
    await page.getByLabel('Centimètres').fill('12,5');
    await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();
    await expect(page.getByLabel('Nom du point')).toHaveAccessibleDescription('Donnez un nom à ce point.');
    await page.getByLabel('Nom du point').fill('Hauteur de talon');
    await page.getByRole('button', { name: 'Enregistrer le jeu de mesures' }).click();

    // Back at the file, where the curves have the new reading.
    await expect(page).toHaveURL(new RegExp(`/atelier/clients/${id}$`));
    await expect(page.getByRole('img', { name: 'Tour de taille : 70,0 ; 76,0' })).toBeVisible();
    await page.getByRole('link', { name: 'Comparer deux jeux' }).first().click();
    const table = page.getByRole('table', { name: 'Comparer deux jeux' });
    await expect(table.getByRole('row').filter({ hasText: 'Tour de taille' })).toContainText(/70,0.*76,0.*\+.6,0/);
    await expect(table.getByRole('row').filter({ hasText: 'Hauteur de talon' })).toContainText('12,5');
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);

    // What was saved is no draft any more.
    await page.goto(`/fr/atelier/clients/${id}/measurements/new`);
    await expect(point('Tour de taille')).toHaveValue('');
    await expectNoSideScroll(page);
  });

  test('one set is not compared with itself, and all points can be shown', async ({ page }) => {
    await signIn(page, COUTURIER);
    const id = await openFile(page, freshName());
    await page.goto(`/fr/atelier/clients/${id}/measurements`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await measure(page, id, { bustGirth: 91.5 });
    await page.reload();
    await expect(page.getByText('91,5').first()).toBeVisible();
    await expect(page.getByText('Comparer deux jeux')).toHaveCount(0);
    await page.getByRole('link', { name: 'Mesurer' }).click();
    await expect(page.getByLabel('Tour de genou')).toHaveCount(0);
    await page.getByRole('button', { name: 'Montrer les 34 autres points' }).click();
    await expect(page.getByLabel('Tour de genou')).toBeVisible();
  });
});
