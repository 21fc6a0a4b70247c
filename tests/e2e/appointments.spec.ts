import type { Page } from '@playwright/test';
import {
  another,
  bookFirstFree,
  call,
  COUTURIER,
  expect,
  expectAccessible,
  newClient,
  signIn,
  test,
} from './support/house';
import { addDays, mondayOf } from '@/lib/calendar';

/** A day far enough that the house's demo diary does not reach it; the closed ones are passed over. */
const FIRST = 45;
const dayAfter = (days: number) => addDays(new Date().toISOString().slice(0, 10), days);

test('a client proposes an hour, the couturier confirms it, the client sees it without reloading', async ({
  page,
  browser,
}) => {
  const name = `Salomé ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  await page.goto('/fr/account/appointments');
  await expect(page.getByText('Rien de prévu pour l’instant')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Proposer un rendez-vous' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /Avec/ }).click();
  await page.getByRole('option', { name: 'Claire Morel' }).click();
  // The first day with a free hour: closed days and full ones say that they have none.
  const hour = sheet.getByRole('button', { name: /Heure/ });
  const none = sheet.getByText('Aucune heure libre ce jour-là.');
  let day = '';
  for (let ahead = FIRST; ahead < FIRST + 60; ahead += 1) {
    day = dayAfter(ahead);
    await sheet.getByLabel('Jour').fill(day);
    await expect(hour.or(none)).toBeVisible();
    if (await hour.isVisible()) break;
  }
  await hour.click();
  await page.getByRole('option').first().click();
  await sheet.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(sheet).toBeHidden();
  const row = page.getByRole('listitem').filter({ hasText: 'Claire Morel' });
  await expect(row.getByText('À confirmer')).toBeVisible();

  const claire = await another(browser, COUTURIER);
  await claire.page.goto(`/fr/atelier/calendar?week=${mondayOf(day)}`);
  const box = claire.page.getByRole('button', { name: new RegExp(name) });
  await expect(box).toBeVisible();
  await expectAccessible(claire.page);
  await box.click();
  await claire.page.getByRole('dialog').getByRole('button', { name: 'Confirmer', exact: true }).click();
  await expect(claire.page.getByText('Rendez-vous confirmé')).toBeVisible();

  await expect(row.getByText('Confirmé', { exact: true })).toBeVisible();
  await claire.leave();
});

test('an hour chosen on a couturier’s page is proposed with two presses', async ({ page }) => {
  await newClient(page, `Salomé ${crypto.randomUUID().slice(0, 8)}`);
  await page.goto('/fr/couturiers');
  await page.getByRole('link', { name: 'Mathieu Carpentier', exact: true }).click();
  const hour = page.getByRole('region', { name: 'Ses heures libres' }).getByRole('link').last();
  const said = await hour.innerText();
  await hour.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('button', { name: /Avec/ })).toContainText('Mathieu Carpentier');
  await expect(sheet.getByRole('button', { name: /Heure/ })).toContainText(said);
  await sheet.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Mathieu Carpentier' }).getByText('À confirmer'),
  ).toBeVisible();
});

/** An hour of somebody new at noon of a Monday, in a week of its own. */
async function booked(page: Page) {
  const name = `Zélie ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/calendar');
  const client = await call<{ id: string }>(page, 'post', '/clients', { name });
  const { id: couturierId } = await call<{ id: string }>(page, 'get', '/me');
  const fitting = { kind: 'fitting', clientId: client.id, couturierId, minutes: 60 };
  const { id, monday } = await bookFirstFree(page, '12:00', fitting);
  /** When and how long it is in the house. */
  const read = async () => {
    const { items } = await call<{ items: { id: string; start: string; minutes: number }[] }>(
      page,
      'get',
      `/appointments?from=${monday}T00:00:00.000Z&limit=100`,
    );
    const found = items.find((one) => one.id === id);
    return found && `${found.start} ${found.minutes}`;
  };
  const from = (days: number, hour: string) => `${addDays(monday, days)}T${hour}:00.000Z`;
  await page.goto(`/fr/atelier/calendar?week=${monday}`);
  return { box: page.getByRole('button', { name: new RegExp(name) }), id, read, from };
}

test('arrows pressed while the last move is on its way are a move of their own', async ({ page }) => {
  const { box, id, read, from } = await booked(page);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const asked = page.waitForRequest((one) => one.method() === 'PATCH');
  await page.route(`**/api/appointments/${id}`, async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await box.press('ArrowDown');
  await asked;
  await box.press('Shift+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: /30/ })).toBeVisible();
  answer();
  await expect.poll(read).toBe(`${from(0, '12:15')} 75`);
});

test('an appointment moves by arrows and by the pointer, grows, and the move is undone', async ({ page }) => {
  const { box, read, from } = await booked(page);
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(box, 'another day is the same appointment').toBeFocused();
  await expect.poll(read, 'several arrows are one move').toBe(`${from(1, '12:30')} 60`);
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(read).toBe(`${from(1, '12:30')} 75`);

  const place = await box.boundingBox();
  const column = await page.locator('.cal-column').first().boundingBox();
  if (!place || !column) throw new Error('the calendar has no size');
  const hand = [place.x + place.width / 2, place.y + 12] as const;
  await page.mouse.move(...hand);
  await page.mouse.down();
  await page.mouse.move(hand[0] + column.width, hand[1] - 66, { steps: 8 });
  await page.mouse.up();
  await expect.poll(read, 'a day later, an hour earlier').toBe(`${from(2, '11:30')} 75`);
  await expect(page.getByRole('dialog'), 'a drag opens nothing').toHaveCount(0);
  const toast = page.getByRole('status').filter({ hasText: /mer\./ });
  await toast.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(read).toBe(`${from(1, '12:30')} 75`);
  await expectAccessible(page);
  await box.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});
