import type { Page } from '@playwright/test';
import { another, call, COUTURIER, expect, expectNoSideScroll, newClient, OWNER, test } from './support/house';
import { confirmed } from './support/orders';
import { talkWithClaire } from './support/talk';

/** A name of one word as long as a name may be, and a title no space of which helps. */
const mark = () => crypto.randomUUID().slice(0, 8);
const longName = () => `Andriamanantenasoavina${'razafindrakotoarisoa'.repeat(3)}${mark()}`;
const longTitle = () => `Robe-${'croisée'.repeat(14)}-${mark()}`;

/** What holds these words lies within the screen and cuts none of them off. */
async function expectWhole(page: Page, words: string): Promise<void> {
  const shown = page.getByRole('main').getByText(words, { exact: false }).filter({ visible: true }).first();
  await expect(shown).toBeVisible();
  const { left, right, width } = await shown.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const boxes = [...range.getClientRects()];
    return {
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      width: document.documentElement.clientWidth,
    };
  });
  expect(left).toBeGreaterThanOrEqual(0);
  expect(Math.round(right), `${words.slice(0, 12)}… ends within the page`).toBeLessThanOrEqual(width);
}

test('a name of ninety letters and a title of a hundred stay inside every page, on a phone too', async ({
  page,
  browser,
}) => {
  test.slow();
  const [name, title] = [longName(), longTitle()];
  await newClient(page, name);
  const talk = await talkWithClaire(page);
  const { clientId } = await call<{ clientId: string }>(page, 'get', '/me');
  const { page: desk, leave } = await another(browser, COUTURIER);
  const order = await confirmed(page, desk, { title });
  await call(desk, 'post', '/tasks', { title, orderId: order.id });
  const owner = await another(browser, OWNER);

  const visits: [Page, string, string | undefined][] = [
    [desk, `/fr/atelier/clients/${clientId}`, name],
    [desk, '/fr/atelier/clients', undefined],
    [desk, `/fr/atelier/clients/${clientId}/measurements/new`, undefined],
    [desk, `/fr/atelier/messages/${talk}`, undefined],
    [desk, '/fr/atelier/messages/new', undefined],
    [desk, `/fr/atelier/orders/${order.id}`, title],
    [desk, `/fr/atelier/orders/${order.id}?tab=quotes`, undefined],
    [desk, `/fr/atelier/orders?q=${encodeURIComponent(order.number)}`, undefined],
    [desk, '/fr/atelier/tasks', undefined],
    [desk, '/fr/atelier', undefined],
    [desk, '/fr/atelier/notifications', undefined],
    [owner.page, '/fr/atelier/house/journal', undefined],
    [page, '/fr/account', undefined],
    [page, `/fr/account/orders/${order.id}`, title],
    [page, '/fr/account/orders', undefined],
    [page, `/fr/account/messages/${talk}`, undefined],
    [page, '/fr/account/settings', undefined],
  ];
  for (const width of [390, 1280]) {
    for (const one of [page, desk, owner.page]) await one.setViewportSize({ width, height: 844 });
    for (const [one, path, words] of visits)
      await test.step(`${path} at ${width}`, async () => {
        await one.goto(path);
        await expect(one.getByRole('main').first()).toBeVisible();
        await expectNoSideScroll(one);
        if (words) await expectWhole(one, words);
      });
  }

  // What asks about them says their name whole.
  await owner.page.setViewportSize({ width: 390, height: 844 });
  await owner.page.goto(`/fr/atelier/clients/${clientId}`);
  for (const item of ['Suspendre le compte', 'Effacer la personne', 'Réunir avec un autre dossier']) {
    await owner.page.getByRole('button', { name: 'Autres actions' }).click();
    await owner.page.getByRole('menuitem', { name: item }).click();
    const dialog = owner.page.getByRole(/Réunir/.test(item) ? 'dialog' : 'alertdialog');
    await expect(dialog).toBeVisible();
    await expectNoSideScroll(owner.page);
    const over = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(over, item).toBeLessThanOrEqual(0);
    await owner.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await owner.leave();
  await leave();
});
