import type { Browser, Locator, Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, expectNoSideScroll, newClient, test } from './support/house';
import { askChange, confirmed, edit, readOrder, request, sendPicture, sendQuote, signed, walk } from './support/orders';
import { PNG } from './support/files';

/** A name nobody else bears, so that the atelier's lists show whom they mean. */
const someone = () => `Solange ${crypto.randomUUID().slice(0, 8)}`;

/** A new client on `page`, Claire at her desk in another browser. */
async function two(page: Page, browser: Browser) {
  const name = someone();
  await newClient(page, name);
  const { page: desk, leave } = await another(browser, COUTURIER);
  return { name, desk, leave };
}

const atClient = (page: Page, id: string) => page.goto(`/fr/account/orders/${id}`);
const atDesk = (desk: Page, id: string, tab = '') => desk.goto(`/fr/atelier/orders/${id}${tab ? `?tab=${tab}` : ''}`);
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const main = (page: Page): Locator => page.getByRole('main');

/** Nobody waits for the minute in which a move can be undone: it is told at once. */
async function tellNow(desk: Page): Promise<void> {
  await button(desk, 'Prévenir maintenant').click();
  await expect(button(desk, 'Prévenir maintenant')).toHaveCount(0);
}

/** Where the order goes next, by the head's one primary button and its question. */
async function moveOn(desk: Page, verb: string): Promise<void> {
  await button(desk, verb).click();
  await button(dialog(desk), 'Passer à l’étape').click();
  await expect(dialog(desk)).toBeHidden();
  await tellNow(desk);
}

/** Joins a picture to a request. */
async function attach(page: Page, within: Page | Locator, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(within, 'Déposer ou choisir').click();
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: PNG });
  await expect(within.getByText('jointe', { exact: true })).toBeVisible();
}

const next = (page: Page): Locator => page.locator('form button[type=submit]').last();

test.describe('ordering', () => {
  /** From the model's page, in its second colour, to the second question. */
  async function begin(page: Page): Promise<void> {
    await page.goto('/fr/models/robe-clair-de-lune');
    await page.locator('#order label').filter({ hasText: 'Champagne' }).locator('.cloth').click();
    await button(page.locator('#order'), /Commander ce modèle/).click();
    await expect(title(page)).toContainText('imaginez-vous');
    await expect(page.locator('form')).toContainText('Vous partez du modèle Robe Clair de lune');
  }

  test('what is told is kept: on a reload, on leaving, on going back, on a refusal', async ({ page }) => {
    await newClient(page, someone());
    await begin(page);
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await next(page).click();
    await expect(title(page)).toContainText('quelle fête');
    await expect(page.getByRole('radio', { name: 'Champagne' }), 'the colour of the model’s page').toBeChecked();
    await page.getByLabel('Le jour de la fête').fill('2150-06-05');
    await page.getByLabel('Racontez').fill('Dos couvert, petite traîne.');
    await attach(page, page, 'inspiration.png');
    await expectAccessible(page);
    await expectNoSideScroll(page);

    await page.reload();
    await expect(title(page), 'a reload stays at the same question').toContainText('quelle fête');
    await expect(page.getByLabel('Racontez')).toHaveValue('Dos couvert, petite traîne.');
    await expect(page.getByRole('radio', { name: 'Champagne' })).toBeChecked();
    await expect(page.getByRole('img', { name: 'inspiration.png' })).toBeVisible();
    await page.getByRole('link', { name: 'Quitter' }).click();
    await expect(title(page)).toContainText('Bonjour');
    await page.goto('/fr/account/orders/new');
    await expect(page.getByText('Brouillon gardé')).toBeVisible();
    await next(page).click();
    await expect(page.getByLabel('Racontez'), 'leaving and coming back keeps it').toHaveValue(
      'Dos couvert, petite traîne.',
    );
    await next(page).click();

    await expect(title(page)).toContainText('lesquelles prendre');
    await expectAccessible(page);
    await button(page, 'Votre projet').last().click();
    await expect(title(page)).toContainText('quelle fête');
    await page.goBack();
    await expect(title(page), 'the browser’s own way back').toContainText('lesquelles prendre');
    await next(page).click();
    await expect(title(page)).toContainText('puis envoyez');
    await expectAccessible(page);
    for (const step of ['garment', 'project', 'measures', 'review']) {
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(`/fr/account/orders/new?step=${step}`);
      await expect(next(page)).toBeInViewport();
      await expectNoSideScroll(page);
    }
    await expect(title(page)).toContainText('puis envoyez');
    await next(page).click();

    // A year that nobody plans for: refused in words, at its question, with everything kept.
    await expect(title(page)).toContainText('quelle fête');
    await expect(page.getByLabel('Le jour de la fête')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Le jour de la fête')).toBeFocused();
    await expect(page.getByLabel('Racontez')).toHaveValue('Dos couvert, petite traîne.');
    await page.getByLabel('Le jour de la fête').fill('2027-06-05');
    await next(page).click();
    await next(page).click();
    await button(page, /Changer\s+Votre projet/).click();
    await expect(page.getByLabel('Le jour de la fête')).toHaveValue('2027-06-05');
  });

  test('a model is ordered from its page; the atelier sees it arrive', async ({ page, browser }) => {
    const { name, desk, leave } = await two(page, browser);
    await desk.goto('/fr/atelier/orders');
    await expect(title(desk)).toContainText('commandes');

    await begin(page);
    await button(page, /Qui s’en occupe/).click();
    await page.getByRole('option', { name: 'Claire Morel' }).click();
    await next(page).click();
    await page.getByText('Mariage', { exact: true }).click();
    await page.getByLabel('Le nom de l’événement').fill('Mariage de Fatou');
    await page.getByText('Recevoir l’échantillon d’abord').click();
    await page.getByLabel('Racontez').fill('Dos couvert, petite traîne.');
    await attach(page, page, 'inspiration.png');
    await next(page).click();
    await expect(page.getByRole('radio', { name: /À l’atelier/ })).toBeChecked();
    await page.getByText('Je les prends chez moi').click();
    await page.getByLabel('À savoir sur votre silhouette').fill('Épaule droite plus basse');
    await next(page).click();
    for (const words of [
      'Robe Clair de lune',
      'Claire Morel',
      'Mariage, Mariage de Fatou',
      'Satin de soie 22 mommes, Champagne',
      'échantillon d’abord',
      'Dos couvert',
      '1 image',
      'Je les prends chez moi',
      'Épaule droite',
    ])
      await expect(page.locator('form')).toContainText(words);
    await next(page).click();

    await expect(title(page)).toContainText('Votre demande est reçue');
    await expect(main(page)).toContainText('Dos couvert, petite traîne.');
    await expect(main(page)).toContainText('Champagne');
    await expect(main(page).getByRole('img', { name: /inspiration\.png/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await page.goto('/fr/account/orders');
    await expect(page.getByRole('link').filter({ hasText: 'Robe Clair de lune' })).toContainText('Demande reçue');
    await page.goto('/fr/account/orders/new');
    await expect(page.getByText('Une pièce à vous'), 'the draft is spent').toBeVisible();

    const card = desk.getByRole('listitem').filter({ hasText: name });
    await expect(card, 'the order appears by itself').toContainText('Un devis à envoyer');
    await expectAccessible(desk);
    await card.getByRole('link').click();
    await expect(title(desk)).toContainText(name);
    await expect(main(desk)).toContainText('Épaule droite plus basse');
    await expect(main(desk).getByRole('img', { name: /inspiration\.png/ })).toBeVisible();
    await expectAccessible(desk);
    await leave();
  });

  test('a piece of one’s own is ordered with the keyboard alone', async ({ page }) => {
    await newClient(page, someone());
    await page.goto('/fr/account/orders/new');
    await expect(page.getByText('Une pièce à vous')).toBeVisible();
    /** Goes on with Tab until the thing has the focus. */
    const to = async (target: Locator) => {
      await expect(target).toBeVisible();
      await expect(async () => {
        for (let steps = 0; steps < 60; steps += 1) {
          if (await target.evaluate((element) => element === document.activeElement)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error('Tab never came by');
      }).toPass({ timeout: 20_000 });
    };
    await to(next(page));
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'points à reprendre' });
    await expect(alert).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const kind = button(page, /La pièce/);
    await expect(kind, 'the point leads to its field').toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(kind).not.toContainText('Choisir');
    await to(page.getByLabel('Son nom'));
    await page.keyboard.type('Robe pour Fatou');
    await page.keyboard.press('Enter');

    await expect(title(page)).toBeFocused();
    await expect(title(page)).toContainText('quelle fête');
    await to(page.getByRole('radio', { name: 'Mariage' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Cérémonie' })).toBeChecked();
    await to(page.getByLabel('L’étoffe', { exact: true }));
    await page.keyboard.type('Crêpe de laine');
    await to(page.getByLabel('J’apporte mon étoffe'));
    await page.keyboard.press('Space');
    await to(page.getByLabel('Racontez'));
    await page.keyboard.type('Une robe pour danser.');
    await to(next(page));
    await page.keyboard.press('Enter');

    await expect(title(page)).toContainText('lesquelles prendre');
    await to(page.getByRole('radio', { name: /À l’atelier/ }));
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: /Je les prends/ })).toBeChecked();
    await to(next(page));
    await page.keyboard.press('Enter');
    await expect(title(page)).toContainText('puis envoyez');
    await expect(page.locator('form')).toContainText('Crêpe de laine');
    await to(next(page));
    await page.keyboard.press('Enter');
    await expect(title(page)).toContainText('Votre demande est reçue');
    await expect(main(page)).toContainText('Robe pour Fatou');
  });
});

test.describe('the quote', () => {
  test('is written, arrives live, is changed, and accepted with « Bon pour accord »', async ({ page, browser }) => {
    const { desk, leave } = await two(page, browser);
    const order = await request(page);
    await atClient(page, order.id);
    await expect(title(page)).toContainText('Votre demande est reçue');

    await atDesk(desk, order.id);
    await button(desk, 'Écrire un devis').first().click();
    await expect(desk.getByRole('tabpanel').getByLabel('Désignation')).toBeFocused();
    await button(desk, 'Envoyer le devis').click();
    await expect(desk.getByText('Nommez la ligne.')).toBeVisible();
    const lines = desk.getByRole('tabpanel').getByRole('listitem');
    await lines.nth(0).getByLabel('Désignation').fill('Façon, robe longue');
    await lines.nth(0).getByLabel('Prix unitaire').fill('850,50');
    await button(desk, 'Ajouter une ligne').click();
    await lines.nth(1).getByLabel('Désignation').fill('Crêpe');
    await lines.nth(1).getByLabel('Quantité').fill('2,5');
    await lines.nth(1).getByLabel('Prix unitaire').fill('40');
    await lines.nth(1).getByLabel('TVA').fill('5,5');
    await desk.getByLabel('Acompte').fill('30');
    await desk.getByLabel('Valable jusqu’au').fill('2027-03-31');
    await desk.getByLabel('Date promise').fill('2027-05-20');
    await desk.getByLabel('Un mot à la cliente ou au client').fill('La doublure est comprise.');
    await expect(desk.getByRole('tabpanel')).toContainText('950,50');
    await expectAccessible(desk);
    await button(desk, 'Envoyer le devis').click();
    await expect(desk.getByText('Devis envoyé.')).toBeVisible();

    await expect(title(page), 'the quote arrives by itself').toContainText('Votre devis est prêt');
    const quote = page.getByRole('article').filter({ hasText: 'Devis, version 1' });
    for (const words of [
      'Façon, robe longue',
      '850,50',
      '950,50',
      'Acompte de 30 %',
      '285,15',
      '31 mars',
      '20 mai 2027',
      'La doublure est comprise.',
    ])
      await expect(quote).toContainText(words);
    await expectAccessible(page);
    await button(quote, 'Demander un changement').click();
    await dialog(page).getByLabel('Description').fill('Longue, avec des manches.');
    await button(dialog(page), 'Enregistrer').click();
    await expect(dialog(page)).toBeHidden();
    await expect(title(page)).toContainText('Votre demande est reçue');

    await expect(desk.getByText('La demande attend un devis.'), 'the atelier is told by itself').toBeVisible();
    await sendQuote(desk, order, { promisedDate: '2027-05-20' });
    const second = page.getByRole('article').filter({ hasText: 'Devis, version 2' });
    await second.getByRole('button', { name: 'Bon pour accord, avec obligation de paiement' }).click();
    await expect(title(page)).toContainText('Votre commande est confirmée');
    await expect(main(page)).toContainText('Reste à régler');

    await expect(desk.getByText('Acceptée par')).toBeVisible();
    await expect(desk.getByText('Solde à la remise')).toBeVisible();
    await desk.getByRole('tab', { name: /Tâches \d/ }).click();
    await expect(
      desk.getByRole('tabpanel').getByRole('checkbox').first(),
      'the garment’s tasks are there',
    ).toBeVisible();
    await expectAccessible(desk);
    await leave();
  });

  test('refused, ends the order for both', async ({ page, browser }) => {
    const { desk, leave } = await two(page, browser);
    const order = await request(page);
    await sendQuote(desk, order);
    await atDesk(desk, order.id);
    await atClient(page, order.id);
    await button(page, 'Refuser').click();
    await dialog(page).getByLabel('Pourquoi').fill('Trop tôt pour moi');
    await button(dialog(page), 'Refuser le devis').click();
    await expect(title(page)).toContainText('Demande refusée');
    await expect(main(desk)).toContainText('Trop tôt pour moi');
    await leave();
  });
});

test('payments make the balance on both sides; a mistake is reversed, never erased', async ({ page, browser }) => {
  const { desk, leave } = await two(page, browser);
  const order = await confirmed(page, desk);
  await atClient(page, order.id);
  await atDesk(desk, order.id, 'quotes');
  const pay = async (amount?: string, kind?: string) => {
    await button(desk, 'Encaisser').click();
    if (kind) await dialog(desk).getByText(kind, { exact: true }).click();
    if (amount !== undefined) await dialog(desk).getByLabel('Montant').fill(amount);
    await button(dialog(desk), 'Enregistrer le règlement').click();
  };
  await pay('0');
  await expect(dialog(desk).getByText('Écrivez un montant plus grand que zéro.')).toBeVisible();
  await expectAccessible(desk);
  await dialog(desk).getByLabel('Montant').fill('400');
  await button(dialog(desk), 'Enregistrer le règlement').click();
  await expect(dialog(desk)).toBeHidden();
  const money = page.getByRole('complementary');
  await expect(money, 'the client sees the deposit').toContainText('− 400,00 €');
  await expect(money).toContainText('Reste à régler600,00 €');

  await button(desk, 'Annuler').click();
  await dialog(desk).getByLabel('Pourquoi').fill('Chèque revenu');
  await button(dialog(desk), 'Annuler ce règlement').click();
  await expect(desk.getByText(/Annulé par Claire Morel/)).toBeVisible();
  await expect(money).toContainText('Reste à régler1 000,00 €');

  await pay('1500', 'Remboursement');
  await expect(dialog(desk).getByRole('alert')).toBeVisible();
  await dialog(desk).getByText('Solde', { exact: true }).click();
  await dialog(desk).getByLabel('Montant').fill('1000');
  await button(dialog(desk), 'Enregistrer le règlement').click();
  await expect(dialog(desk)).toBeHidden();
  await expect(money).toContainText('Tout est réglé');
  await leave();
});

test('the client follows each move; a hold says why; a stage is never skipped silently', async ({ page, browser }) => {
  const { desk, leave } = await two(page, browser);
  const order = await confirmed(page, desk);
  await atClient(page, order.id);
  await atDesk(desk, order.id);
  await moveOn(desk, 'Passer aux mesures');
  await expect(title(page)).toContainText('prend vos mesures');

  await button(desk, 'Mettre en attente').click();
  await button(dialog(desk), 'Mettre en attente').click();
  await expect(dialog(desk).getByText('Dites ce que la commande attend.')).toBeVisible();
  await dialog(desk).getByLabel('Raison').fill('Le crêpe arrive de Lyon');
  await button(dialog(desk), 'Mettre en attente').click();
  await expect(main(page)).toContainText('En attente');
  await expect(main(page)).toContainText('Le crêpe arrive de Lyon');
  await expect(button(desk, 'Passer au patronage')).toBeDisabled();
  await expectAccessible(page);
  await button(desk, 'Reprendre').first().click();
  await expect(button(desk, 'Passer au patronage')).toBeEnabled();
  await expect(page.getByText('Reprise')).toBeVisible();

  await button(desk, 'Passer à l’étape Toile').click();
  await button(dialog(desk), 'Passer à l’étape').click();
  await expect(dialog(desk).getByText('Dites en quelques mots pourquoi, le fil le gardera.')).toBeVisible();
  await dialog(desk).getByLabel('Pourquoi').fill('Le patron de l’an dernier sert encore');
  await button(dialog(desk), 'Passer à l’étape').click();
  await tellNow(desk);
  await expect(title(page)).toContainText('à la toile');
  await expect(main(page)).toContainText('Le patron de l’an dernier sert encore');
  await expect(main(page)).toContainText('Étape sautée');
  await leave();
});

test('a change is asked for, accepted, refused, priced and countered', async ({ page, browser }) => {
  const { desk, leave } = await two(page, browser);
  const order = await confirmed(page, desk);
  await atClient(page, order.id);
  await atDesk(desk, order.id, 'changes');

  await button(page, 'Demander un changement').click();
  await button(dialog(page), 'Envoyer la demande').click();
  await expect(dialog(page).getByRole('alert')).toContainText('Rien n’a changé encore');
  await dialog(page).getByLabel('Traîne').fill('60 cm');
  await dialog(page).getByLabel('Un mot').fill('Pour la cérémonie');
  await expectAccessible(page);
  await button(dialog(page), 'Envoyer la demande').click();
  const mine = (n: number) => page.getByRole('article').filter({ hasText: `Demande de changement ${n}` });
  const theirs = (n: number) => desk.getByRole('article').filter({ hasText: `Demande de changement ${n}` });
  await expect(mine(1)).toContainText('Attend Claire Morel');
  await expect(theirs(1)).toContainText('Pour la cérémonie');
  await expect(theirs(1)).toContainText('À répondre');
  await expectAccessible(desk);

  await theirs(1).getByLabel('Effet sur le prix').fill('85');
  await theirs(1).getByLabel('Effet sur la date').fill('3');
  await expect(theirs(1)).toContainText('Nouveau total : 1 085,00 €');
  await button(theirs(1), 'Accepter').click();
  await expect(mine(1)).toContainText('+ 85,00 €');
  await expect(mine(1)).toContainText('À répondre');
  await button(mine(1), /Accepter, \+ 85,00 €/).click();
  await expect(page.getByRole('complementary')).toContainText('1 085,00 €');
  await expect(theirs(1)).toContainText('Accepté le');

  await askChange(page, order.id, 'options.fabric', 'Velours');
  await button(theirs(2), 'Refuser').click();
  await expect(page.getByText('Changement refusé')).toBeVisible();
  await expect(theirs(2)).toContainText('Refusé le');

  await askChange(page, order.id, 'description', 'Sans manches.');
  await button(theirs(3), 'Proposer autrement').click();
  await theirs(3).getByLabel('Description').fill('Manches courtes.');
  await button(theirs(3), 'Envoyer la proposition').click();
  await expect(mine(3)).toContainText('Manches courtes.');
  await button(mine(3), 'Accepter la proposition').click();
  await expect(mine(3)).toBeHidden();
  await expect(main(page)).toContainText('« Manches courtes. »');
  await expect.poll(async () => (await readOrder(page, order.id)).description).toBe('Manches courtes.');

  await askChange(page, order.id, 'options.train', '80 cm');
  await button(mine(4), 'Retirer la demande').click();
  await expect(theirs(4)).toContainText('Retiré le');
  await leave();
});

test('nothing is cut before both have signed the bon à couper; from the cut on, remarks only', async ({
  page,
  browser,
}) => {
  const { desk, leave } = await two(page, browser);
  const [first, second] = [await sendPicture(page), await sendPicture(page)];
  const order = await confirmed(page, desk, { referenceFileIds: [first, second] });
  await walk(desk, order.id, 'measuring', 'patterning', 'toile');
  await atClient(page, order.id);
  await atDesk(desk, order.id);
  await expect(desk.getByText('La coupe attend un bon à couper.')).toBeVisible();
  await expect(button(desk, 'Passer à la coupe')).toBeDisabled();
  await button(desk, 'Ouvrir').click();
  await button(desk, 'Établir le bon à couper').click();
  await desk.getByRole('textbox', { name: 'Étoffe' }).fill('Crêpe de laine ivoire');
  await button(desk, 'Établir le bon à couper').click();
  await expect(desk.getByText('Choisissez l’image que la feuille montrera.')).toBeVisible();
  await desk.getByRole('img', { name: /^Image 2/ }).click();
  await button(desk, 'Ajouter un repère').click();
  await desk.getByRole('textbox', { name: 'Repère 1' }).fill('Fermeture invisible');
  await expectAccessible(desk);
  await button(desk, 'Établir le bon à couper').click();
  await expect(desk.getByText('La coupe attend la signature de la maison')).toBeVisible();
  await button(desk, 'Lire et signer').click();
  await button(dialog(desk), 'Signer pour la maison').click();
  await expect(desk.getByText(/La coupe attend le bon à couper signé par/)).toBeVisible();

  const sheet = page.getByRole('article').filter({ hasText: 'Le bon à couper' });
  await expect(sheet).toContainText('Crêpe de laine ivoire');
  await expect(sheet).toContainText('Signé par Claire Morel');
  await expectAccessible(page);
  await button(sheet, 'Lire et signer').click();
  await expect(dialog(page)).toContainText('Fermeture invisible');
  await expect(dialog(page).locator(`img[src*="${second}"]`), 'the picture that was chosen').toBeVisible();
  await expect(dialog(page)).toContainText('Empreinte');
  await expectAccessible(page);
  await button(dialog(page), 'Signer le bon à couper').click();
  await expect(dialog(page)).toBeHidden();

  await expect(button(desk, 'Passer à la coupe')).toBeEnabled();
  await moveOn(desk, 'Passer à la coupe');
  await expect(title(page)).toContainText('à la coupe');
  await expect(page.getByText('L’étape « Coupe » a commencé')).toBeVisible();
  for (const gone of ['Demander un changement', 'Modifier la demande', 'Annuler la commande'])
    await expect(button(page, gone)).toHaveCount(0);
  await page.getByLabel('Laisser une remarque').fill('Mes talons font sept centimètres.');
  await button(page, 'Ajouter au fil').click();
  await expect(page.getByText('« Mes talons font sept centimètres. »')).toBeVisible();
  await desk.getByRole('tab', { name: 'Le fil' }).click();
  await expect(desk.getByRole('tabpanel').getByText('« Mes talons font sept centimètres. »')).toBeVisible();
  await expectAccessible(desk);
  await leave();
});

test('fittings repeat, the piece is ready, and is handed over with what is due said aloud', async ({
  page,
  browser,
}) => {
  const { desk, leave } = await two(page, browser);
  const order = await confirmed(page, desk);
  await walk(desk, order.id, 'measuring', 'patterning', 'toile');
  await signed(page, desk, order.id);
  await walk(desk, order.id, 'cutting', 'assembly', 'fitting');
  await atClient(page, order.id);
  await atDesk(desk, order.id);
  await moveOn(desk, 'Passer aux retouches');
  await expect(title(page)).toContainText('aux retouches');
  await button(desk, 'Autres gestes').click();
  await desk.getByRole('menuitem', { name: 'Reprendre un essayage' }).click();
  await button(dialog(desk), 'Passer à l’étape').click();
  await tellNow(desk);
  await expect(title(page)).toContainText('à l’essayage');
  await moveOn(desk, 'Passer aux retouches');
  await moveOn(desk, 'Passer aux finitions');
  await moveOn(desk, 'La pièce est prête');
  await expect(title(page)).toContainText('vous attend');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Proposer une heure' }).click();
  await expect(dialog(page)).toContainText('Remise');
  await expect(dialog(page)).toContainText('Robe de Fatou');
  await page.goBack();

  await button(desk, 'Remettre').click();
  await expect(dialog(desk)).toContainText('Remettre avec un solde dû ?');
  await expect(dialog(desk)).toContainText('1 000,00 €');
  await expectAccessible(desk);
  await button(dialog(desk), 'Encaisser d’abord').click();
  await expect(dialog(desk).getByLabel('Montant')).toHaveValue('400');
  await button(dialog(desk), 'Enregistrer le règlement').click();
  await expect(dialog(desk)).toBeHidden();
  await button(desk, 'Remettre').click();
  await expect(dialog(desk)).toContainText('600,00 €');
  await button(dialog(desk), 'Remettre').click();
  await tellNow(desk);
  await expect(title(page)).toContainText('est chez vous');
  await expect(main(page)).toContainText('Remise avec 600,00 € à régler');
  await page.getByLabel('Signaler un défaut').fill('Un fil tiré à l’ourlet');
  await button(page, 'Signaler').click();
  await expect(page.getByText('Défaut signalé')).toBeVisible();
  await expect(main(desk).getByText('Un fil tiré à l’ourlet').first()).toBeVisible();
  await page.goto('/fr/account/orders');
  await expect(page.getByRole('link').filter({ hasText: 'Robe de Fatou' })).toContainText('livrée le');
  await leave();
});

test.describe('editing', () => {
  test('the whole request is the client’s while it is not accepted, and so is cancelling', async ({
    page,
    browser,
  }) => {
    const { desk, leave } = await two(page, browser);
    const order = await request(page);
    await atDesk(desk, order.id);
    await atClient(page, order.id);
    await button(page, 'Modifier la demande').click();
    const sheet = dialog(page);
    await sheet.getByLabel('Titre').fill('Robe du grand soir');
    await sheet.getByLabel('Occasion').fill('Mariage de Fatou');
    await sheet.getByLabel('Date de la fête').fill('2027-06-05');
    await sheet.getByLabel('Étoffe').fill('Velours');
    await attach(page, sheet, 'manches.png');
    await expectAccessible(page);
    await button(sheet, 'Enregistrer').click();
    await expect(sheet).toBeHidden();
    await expect(main(page)).toContainText('Velours');
    await expect(main(page).getByRole('img', { name: /manches\.png/ })).toBeVisible();
    await expect(title(desk), 'the atelier reads the new name').toContainText('Robe du grand soir');
    await expect(main(desk)).toContainText('Velours');

    await button(page, 'Annuler la commande').click();
    await dialog(page).getByLabel('Pourquoi').fill('La fête est reportée');
    await expectAccessible(page);
    await button(dialog(page), 'Annuler la commande').click();
    await expect(title(page)).toContainText('Commande annulée');
    await expect(button(page, 'Modifier la demande')).toHaveCount(0);
    await expect(main(desk)).toContainText('La fête est reportée');
    await leave();
  });

  test('two people who edit the same field see both versions, and nothing is lost', async ({ page, browser }) => {
    const { desk, leave } = await two(page, browser);
    const order = await request(page);
    await atClient(page, order.id);
    await button(page, 'Modifier la demande').click();
    const sheet = dialog(page);
    await sheet.getByLabel('Titre').fill('Ma robe');
    await sheet.getByLabel('Traîne').fill('60 cm');
    // Claire saves the same field, and another one, while the client writes.
    await edit(desk, order.id, { title: 'Robe longue', occasion: 'Gala' });
    await expect(main(page), 'her words are known behind the sheet').toContainText('Robe longue');
    await button(sheet, 'Enregistrer').click();
    const conflict = sheet.getByRole('alert').filter({ hasText: 'Quelqu’un a modifié cette commande' });
    await expect(conflict).toContainText('Robe longue');
    await expect(conflict).toContainText('Ma robe');
    await expect(conflict, 'what does not meet is not asked about').not.toContainText('Gala');
    await expectAccessible(page);
    await button(conflict, 'Garder la mienne').click();
    await expect(sheet).toBeHidden();
    expect(await readOrder(page, order.id)).toMatchObject({
      title: 'Ma robe',
      occasion: 'Gala',
      options: { fabric: 'Crêpe', train: '60 cm' },
    });

    // The other way round, at the desk, taking the client's words.
    await atDesk(desk, order.id);
    await button(desk, 'Modifier').click();
    await dialog(desk).getByLabel('Titre').fill('Robe de Claire');
    await dialog(desk).getByLabel('Étoffe').fill('Velours');
    await edit(page, order.id, { title: 'Robe de la fête' });
    await expect(title(desk)).toContainText('Robe de la fête');
    await button(dialog(desk), 'Enregistrer').click();
    const theirs = dialog(desk).getByRole('alert').filter({ hasText: 'Quelqu’un a modifié cette commande' });
    await expect(theirs).toContainText('Robe de la fête');
    await button(theirs, 'Garder la sienne').click();
    await expect(dialog(desk).getByLabel('Titre')).toHaveValue('Robe de la fête');
    await expect(dialog(desk).getByLabel('Étoffe'), 'the rest of her own is still to be saved').toHaveValue('Velours');
    await button(dialog(desk), 'Enregistrer').click();
    await expect(dialog(desk)).toBeHidden();
    expect(await readOrder(page, order.id)).toMatchObject({ title: 'Robe de la fête', options: { fabric: 'Velours' } });
    await leave();
  });
});
