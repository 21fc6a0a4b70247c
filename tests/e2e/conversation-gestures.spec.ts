import type { Browser, Locator, Page } from '@playwright/test';
import {
  another,
  call,
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
} from './support/house';
import { photo, PNG } from './support/files';
import { request, walk } from './support/orders';
import { field, message, say, thread, tick } from './support/thread';

// With every movement, as most people have it.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Someone new and Claire, each in the conversation of the two. */
async function meet(page: Page, browser: Browser, first: string) {
  const name = `${first} ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const atelier = await another(browser, COUTURIER);
  const { id: couturierId } = await call<{ id: string }>(atelier.page, 'get', '/me');
  const { id } = await call<{ id: string }>(page, 'post', '/conversations', { couturierId });
  await page.goto(`/fr/account/messages/${id}`);
  await atelier.page.goto(`/fr/atelier/messages/${id}`);
  await expect(thread(page)).toBeVisible();
  await expect(thread(atelier.page)).toBeVisible();
  return { name, id, couturierId, desk: atelier.page, leave: atelier.leave };
}

/** Opens what one may do with a message. */
async function choose(page: Page, of: Locator, action: string): Promise<void> {
  await of.hover();
  await of.getByRole('button', { name: 'Actions du message' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('an answer names what it answers, and the history is searched without its accents', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Irène');
  await say(page, 'Faut-il doubler la jupe en été ?');
  await say(page, 'Et la ceinture ?');
  await choose(desk, message(desk, 'doubler la jupe'), 'Répondre');
  await say(desk, 'Une doublure légère suffit.');
  const answer = message(page, 'Une doublure légère');
  await expect(answer.getByRole('button', { name: /Faut-il doubler/ }), 'what it answers stands in it').toBeVisible();

  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await page.getByRole('textbox', { name: 'Des mots de la conversation' }).fill('velours');
  await expect(page.getByRole('heading', { name: 'Rien ne répond à velours' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Des mots de la conversation' }).fill('legere');
  await page.getByRole('button', { name: /Une doublure légère/ }).click();
  await expect(answer).toBeInViewport();
  await expect(answer).toHaveAttribute('data-found', 'true');
  await leave();
});

test('a request becomes a task of the atelier', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Lise');
  await page.locator('.composer').getByRole('button', { name: 'Message', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Demande spécifique' }).click();
  await say(page, 'Des poches dans les coutures.');

  const asked = message(desk, 'Des poches dans les coutures.');
  await asked.getByRole('button', { name: 'Créer une tâche depuis la demande' }).click();
  const line = asked.getByRole('textbox', { name: 'À faire' });
  await expect(line).toHaveValue('Des poches dans les coutures.');
  await line.fill('Poches dans les coutures demain 1h30');
  // Exactly this: a message sent at 11 h 30 says « 1 h 30 » too.
  await expect(asked.getByText('1 h 30', { exact: true })).toBeVisible();
  await expectAccessible(desk);
  await line.press('Enter');
  await expect(asked.getByText(/Tâche créée/)).toBeVisible();
  await desk.reload();
  await expect(message(desk, 'Des poches').getByText(/Tâche créée/), 'still known after a reload').toBeVisible();
  await desk.goto('/fr/atelier/tasks');
  await expect(desk.getByText('Poches dans les coutures').first()).toBeVisible();
  await leave();
});

test('a sketch is drawn in layers, with words and a remark, and seen by the client', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Noor');
  await say(page, 'Comment seraient les bretelles ?');
  await desk.getByRole('button', { name: 'Dessiner un croquis' }).click();
  const pad = desk.getByRole('dialog', { name: 'Croquis' });
  const sheet = pad.getByRole('img', { name: 'Feuille de dessin' });
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the sheet has no size');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  const draw = async (from: readonly [number, number], to: readonly [number, number]) => {
    await desk.mouse.move(...at(...from));
    await desk.mouse.down();
    await desk.mouse.move(...at(...to), { steps: 8 });
    await desk.mouse.up();
  };
  const undo = pad.getByRole('button', { name: 'Annuler le dernier trait' });
  await draw([0.3, 0.3], [0.6, 0.4]);
  await pad.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await pad.getByRole('button', { name: 'Verrouiller Trait 2' }).click();
  await draw([0.3, 0.6], [0.6, 0.7]);
  await expect(pad.getByText(/«\sTrait 2\s» est verrouillé/), 'a locked layer takes no line').toBeVisible();
  await undo.click();
  await expect(undo, 'only the first line was a step').toBeDisabled();
  await pad.getByRole('button', { name: 'Refaire le trait' }).click();
  await pad.getByRole('button', { name: 'Déverrouiller Trait 2' }).click();

  await pad.getByRole('button', { name: 'Mots', exact: true }).click();
  await desk.mouse.click(...at(0.2, 0.2));
  await pad.getByRole('textbox', { name: 'Mots' }).fill('bretelle, 3 cm');
  await pad.getByRole('textbox', { name: 'Mots' }).press('Enter');
  await expect(pad.getByRole('button', { name: 'bretelle, 3 cm' })).toBeVisible();

  await pad.getByRole('button', { name: 'Ajouter une remarque' }).click();
  const mark = sheet.locator('..').getByRole('button', { name: 'Remarque 1' });
  const before = await mark.boundingBox();
  await mark.focus();
  await mark.press('ArrowRight');
  await expect.poll(async () => (await mark.boundingBox())?.x).toBeGreaterThan(before?.x ?? Infinity);
  await pad.getByRole('textbox', { name: 'Remarque 1' }).fill('Plus large ici');
  await pad.getByRole('button', { name: 'Agrandir' }).click();
  await expect(pad.getByText('125 %')).toBeVisible();
  await expectAccessible(desk);
  await expectNoSideScroll(desk);
  await pad.getByRole('button', { name: /Envoyer/ }).click();
  await expect(pad).toBeHidden();
  const sketch = thread(page).getByRole('article').filter({ hasText: 'Croquis de Claire' });
  await expect(sketch.getByRole('listitem')).toContainText('Remarque 1 Plus large ici');
  await expect(sketch.getByRole('img', { name: 'Croquis', exact: true })).toBeVisible();
  await leave();
});

test('the pad under the hand: a finger draws, two enlarge, a pen presses, a layer is dragged', async ({
  page,
  browser,
}) => {
  const { desk, leave } = await meet(page, browser, 'Zoé');
  await desk.getByRole('button', { name: 'Dessiner un croquis' }).click();
  const pad = desk.getByRole('dialog', { name: 'Croquis' });
  const sheet = pad.getByRole('img', { name: 'Feuille de dessin' });
  /** Inked points between two heights of the sheet, 0 at the top and 1 at the foot. */
  const ink = (top: number, foot: number) =>
    pad
      .locator('.sketch-sheet canvas')
      .first()
      .evaluate(
        (canvas: HTMLCanvasElement, band) => {
          const { width, height } = canvas;
          const deep = (band.foot - band.top) * height;
          // A copy made for reading: the canvas itself is for drawing, and the browser says so.
          const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
          copy?.drawImage(canvas, 0, 0);
          const data = copy?.getImageData(0, band.top * height, width, deep).data ?? [];
          return data.filter((value, index) => index % 4 === 3 && value > 0).length;
        },
        { top, foot },
      );
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the sheet has no size');
  const at = (x: number, y: number) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
  const hand = await desk.context().newCDPSession(desk);

  // A pen is a mouse that knows how hard it is pressed; Playwright's own mouse does not.
  const press = async (y: number, force: number) => {
    const pen = { button: 'left', pointerType: 'pen', force, clickCount: 1 } as const;
    await hand.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at(0.2, y), ...pen });
    for (const x of [0.3, 0.4, 0.5, 0.6])
      await hand.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(x, y), ...pen, buttons: 1 });
    await hand.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at(0.6, y), ...pen, force: 0 });
  };
  await press(0.3, 0.1);
  await press(0.5, 0.9);
  // Over the whole line: down one column it is two or three points against one or two, and rounding decides.
  await expect
    .poll(async () => (await ink(0.4, 0.6)) / (await ink(0.2, 0.4)), 'a harder press, a wider line')
    .toBeGreaterThan(1.5);

  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  await touch('touchStart', at(0.3, 0.7));
  for (const x of [0.4, 0.5, 0.6]) await touch('touchMove', at(x, 0.7));
  await touch('touchEnd');
  await expect.poll(() => ink(0.6, 0.8), 'one finger draws').toBeGreaterThan(0);
  const drawn = await ink(0, 1);
  await touch('touchStart', at(0.45, 0.5));
  await touch('touchStart', at(0.45, 0.5), at(0.55, 0.5));
  await touch('touchMove', at(0.35, 0.5), at(0.65, 0.5));
  await touch('touchEnd');
  await expect(pad.getByText('300 %'), 'two fingers enlarge').toBeVisible();
  expect(await ink(0, 1), 'and draw nothing').toBe(drawn);

  await pad.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const layers = pad.getByRole('grid', { name: 'Calques' }).getByRole('row');
  await expect(layers).toHaveText([/Trait 2/, /Trait 1/]);
  await layers.first().dragTo(layers.nth(1), { targetPosition: { x: 60, y: 36 } });
  await expect(layers, 'the upper layer is dragged under the other').toHaveText([/Trait 1/, /Trait 2/]);
  await leave();
});

test('unread words are counted in the title and the bell, and read again by reading them', async ({
  page,
  browser,
}) => {
  const { desk, leave } = await meet(page, browser, 'Odile');
  await page.goto('/fr/account');
  await expect(page).not.toHaveTitle(/^\(/);
  await say(desk, 'Votre tissu est arrivé.');
  await expect(page).toHaveTitle(/^\(1\)/);
  const bell = page.getByRole('button', { name: 'Notifications, une nouvelle' });
  await bell.click();
  await expect(page.getByRole('dialog').getByText('Claire Morel vous a écrit')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/fr/account/notifications');
  await expectAccessible(page);
  await page.getByRole('link', { name: /Claire Morel vous a écrit/ }).click();
  await expect(message(page, 'Votre tissu est arrivé.')).toBeVisible();
  await expect(page).not.toHaveTitle(/^\(/);
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await expect(tick(message(desk, 'Votre tissu est arrivé.'))).toContainText('lu');

  await page.goto('/fr/account');
  await say(desk, 'Il est superbe.');
  await page.goto('/fr/account/notifications');
  await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
  await expect(page.getByRole('button', { name: 'Tout marquer comme lu' })).toHaveCount(0);
  await leave();
});

test('a stage that moves is a line of the thread, with the needle, in the reader’s language', async ({
  page,
  browser,
}) => {
  const { desk, leave } = await meet(page, browser, 'Paule');
  const order = await request(page);
  await call(desk, 'post', `/orders/${order.id}/quotes`, {
    lines: [{ label: 'Façon', quantity: 1, unitPrice: { amount: 50_000, currency: 'EUR' } }],
    depositPercent: 0,
  });
  await call(page, 'post', `/orders/${order.id}/quotes/1/accept`);
  await walk(desk, order.id, 'measuring');
  await expect(thread(page).getByText('La commande passe à l’étape « Prise de mesures »')).toBeVisible();
  await page.goto(page.url().replace('/fr/', '/en/'));
  await expect(
    thread(page)
      .getByText('The order moves to “Measuring”')
      .or(thread(page).getByText(/Measuring/))
      .first(),
  ).toBeVisible();
  await expect(thread(page).getByText(/accepted the quote/)).toBeVisible();
  await leave();
});

test('earlier words that do not come are asked for again', async ({ page }) => {
  await signIn(page, CLIENT);
  await page.goto('/fr/account/messages');
  let broken = true;
  await page.route(/\/messages\?.*before=/, (route) =>
    broken ? route.fulfill({ status: 409, json: { code: 'conflict', title: '', status: 409 } }) : route.continue(),
  );
  await page.getByRole('link').filter({ hasText: 'Claire Morel' }).click();
  // It opens at the first unread word, wherever other tests have left that.
  await expect(thread(page).getByRole('article').last()).toBeAttached();
  const retry = thread(page).getByRole('button', { name: 'Réessayer' });
  await expect(async () => {
    await thread(page).evaluate((box) => box.scrollTo({ top: 0 }));
    await expect(retry).toBeVisible({ timeout: 500 });
  }).toPass();
  broken = false;
  const before = await thread(page).getByRole('article').count();
  await retry.click();
  await expect.poll(() => thread(page).getByRole('article').count()).toBeGreaterThan(before);
});

test('the first words reach a thread that was opened empty and whose live line comes late', async ({
  page,
  browser,
}) => {
  const { desk, id, leave } = await meet(page, browser, 'Viviane');
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await desk.route('**/api/realtime/ticket', async (route) => {
    await held;
    await route.continue();
  });
  const caughtUp = desk.waitForResponse((answer) => answer.url().includes(`${id}/messages?`));
  await desk.reload();
  await caughtUp;
  await say(page, 'M’entendez-vous ?');
  // Kept by the house; read already where the page asked for its history once more.
  await expect(tick(message(page, 'M’entendez-vous ?'))).toContainText(/envoyé|lu/);
  letThrough();
  await expect(message(desk, 'M’entendez-vous ?')).toBeVisible();
  await leave();
});

test('what waits to leave is counted while the network is away', async ({ page, browser, context }) => {
  const { leave } = await meet(page, browser, 'Uma');
  await context.setOffline(true);
  await say(page, 'Dans le tunnel.');
  await expect(page.getByText('Un message attend.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Un message attend.')).toHaveCount(0);
  await leave();
});

test('a conversation is held with the keyboard alone', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Rita');
  await field(page).focus();
  await page.keyboard.type('Première ligne');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('seconde ligne');
  await page.keyboard.press('Enter');
  await expect(message(desk, 'Première ligne')).toContainText('seconde ligne');
  await expect(field(page), 'the hand stays in the field').toBeFocused();

  const menu = message(page, 'Première ligne').getByRole('button', { name: 'Actions du message' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Répondre' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page), 'answering leads back to the field').toBeFocused();
  await page.keyboard.type('Je précise.');
  await page.keyboard.press('Enter');
  await expect(message(desk, 'Je précise.').getByRole('button', { name: /Première ligne/ })).toBeVisible();
  await leave();
});

test('what arrives waits on the page of the day without a reload', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Sonia');
  await desk.goto('/fr/atelier');
  const count = desk.getByRole('region', { name: 'On vous attend' }).locator('.count > span').first();
  const before = Number(await count.innerText());
  await say(page, 'Êtes-vous là ?');
  await expect(count).toHaveText(String(before + 1));
  await leave();
});

test('a conversation is kept at hand, and found under its pin', async ({ page, browser }) => {
  const { name, desk, leave } = await meet(page, browser, 'Yvonne');
  await say(page, 'Bonjour.');
  const row = desk.getByRole('link').filter({ hasText: name });
  await desk.getByRole('button', { name: 'Épingler la conversation' }).click();
  await expect(row.getByRole('img', { name: 'Épinglée' })).toBeVisible();
  await desk.getByRole('button', { name: 'Épinglés' }).click();
  await expect(row).toBeVisible();
  await desk.getByRole('button', { name: 'Autres actions' }).click();
  await desk.getByRole('menuitem', { name: 'Ne plus épingler' }).click();
  await expect(desk.getByRole('heading', { name: 'Rien n’est épinglé' })).toBeVisible();
  await leave();
});

test('a phone has the thread and the pad whole', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Théa');
  await say(page, 'Bonjour.');
  await desk.setViewportSize({ width: 360, height: 740 });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideScroll(page);
  await page.getByRole('button', { name: 'Ajouter au message' }).click();
  await page.getByRole('menuitem', { name: 'Demande spécifique' }).click();
  await say(page, 'Des manches longues.');
  await expect(message(desk, 'Des manches longues.')).toContainText('Demande spécifique');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Ajouter au message' }).click();
  await page.getByRole('menuitem', { name: 'Joindre une image ou un fichier' }).click();
  await (await chooser).setFiles({ name: 'manche.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(thread(desk).getByRole('img', { name: 'manche.png' })).toBeVisible();
  await expectAccessible(page);
  await desk.getByRole('button', { name: 'Dessiner un croquis' }).click();
  const pad = desk.getByRole('dialog', { name: 'Croquis' });
  await expect(pad.getByRole('button', { name: 'Envoyer' })).toBeInViewport({ ratio: 1 });
  await pad.getByRole('button', { name: 'Calques' }).click();
  await expect(pad.getByRole('heading', { name: 'Calques' })).toBeVisible();
  await pad.getByRole('button', { name: 'Largeur et pression' }).click();
  await desk.getByRole('dialog', { name: 'Largeur et pression' }).getByText('Suivre la pression').click();
  await expect(
    desk.getByRole('dialog', { name: 'Largeur et pression' }).getByRole('switch', { name: 'Suivre la pression' }),
  ).not.toBeChecked();
  await desk.keyboard.press('Escape');
  await expectNoSideScroll(desk);
  await expectAccessible(desk);
  await leave();
});

test('a client marks a photo, and a remark becomes a task with it', async ({ page, browser }) => {
  const { desk, leave } = await meet(page, browser, 'Maïa');
  const joined = { name: 'toile.jpg', mimeType: 'image/jpeg', buffer: await photo() };
  await page.locator('.composer input[type=file][multiple]').setInputFiles(joined);
  await page.getByRole('button', { name: 'Annoter toile.jpg' }).click();
  const pad = page.getByRole('dialog', { name: 'Annoter la photo' });
  const box = await pad.getByRole('img', { name: 'Feuille de dessin' }).boundingBox();
  if (!box) throw new Error('the sheet has no size');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5), { steps: 6 });
  await page.mouse.up();
  const first = pad.getByRole('textbox', { name: 'Remarque 1' });
  await expect(first, 'what is circled asks for its words').toBeFocused();
  await page.keyboard.type('La bretelle glisse');
  await pad.getByRole('button', { name: 'Point' }).click();
  await page.mouse.click(...at(0.7, 0.7));
  await expect(pad.getByRole('textbox', { name: 'Remarque 2' })).toBeFocused();
  await page.keyboard.type('Un pli de plus ?');
  await expect(pad.getByText('vos 2 remarques')).toBeVisible();
  await expectAccessible(page);
  await pad.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(pad).toBeHidden();
  await expect(page.getByRole('button', { name: 'Annoter toile.jpg' }), 'it left the tray').toBeHidden();

  const seen = message(desk, 'La bretelle glisse');
  await expect(seen.getByText('Photo annotée')).toBeVisible();
  await seen.getByRole('button', { name: 'Créer une tâche de la remarque 1' }).click();
  await seen.getByRole('textbox', { name: 'À faire' }).press('Enter');
  await expect(seen.getByText(/Tâche créée/)).toBeVisible();
  await expect(message(page, 'La bretelle glisse').getByText(/Notée/), 'the client reads it').toBeVisible();
  await leave();
});
