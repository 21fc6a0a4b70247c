import type { Page } from '@playwright/test';
import {
  call,
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
import { addDays, mondayOf } from '@/lib/calendar';

/** A Monday far from the demo diary and from the other tests. */
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 196);
const on = (day: number) => addDays(monday, day);

const hands = (page: Page, name: string) => page.getByRole('region', { name });

test('a planned absence: what falls into it is told, its hours are offered to nobody, and come back with it', async ({
  page,
  browser,
}) => {
  const name = `Maïa ${crypto.randomUUID().slice(0, 8)}`;
  const awa = await visitor(browser);
  await newClient(awa.page, name);
  const { items } = await call<{ items: { id: string; name: string }[] }>(awa.page, 'get', '/couturiers?limit=100');
  const couturierId = items.find((one) => one.name === 'Claire Morel')?.id ?? '';
  await call(awa.page, 'post', '/appointments', {
    kind: 'fitting',
    couturierId,
    start: `${on(1)}T11:00:00.000Z`,
    minutes: 60,
  });

  await signIn(page, COUTURIER);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/fr/atelier/settings');
  const section = hands(page, 'Heures et absences');
  await section.getByRole('button', { name: 'Absence', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet.getByLabel('Premier jour')).toHaveAccessibleDescription('Choisissez un jour.');
  await sheet.getByLabel('Premier jour').fill(on(1));
  await sheet.getByLabel('Dernier jour').fill(on(0));
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet.getByLabel('Dernier jour')).toHaveAccessibleDescription(/ne vient pas avant/);
  await sheet.getByLabel('Dernier jour').fill(on(2));
  await sheet.getByRole('button', { name: /Motif/ }).click();
  await page.getByRole('option', { name: 'maladie' }).click();
  await sheet.getByRole('textbox', { name: 'Note' }).fill('Hôpital, ne rien dire');
  await expectAccessible(page);
  // What is typed is kept through a reload.
  await page.reload();
  await section.getByRole('button', { name: 'Absence', exact: true }).click();
  await expect(sheet.getByLabel('Dernier jour')).toHaveValue(on(2));
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Un rendez-vous ou une promesse tombe ces jours-là.')).toBeVisible();
  const row = section.getByRole('listitem').filter({ hasText: 'Hôpital' });
  await expect(row).toContainText('maladie');
  await expect(row.getByRole('link', { name: `Essayage, ${name}` })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAccessible(page);

  // The same days again are refused, in words.
  await section.getByRole('button', { name: 'Absence', exact: true }).click();
  await sheet.getByLabel('Premier jour').fill(on(2));
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet.getByRole('alert')).toContainText('Une absence est déjà notée du');
  await sheet.getByRole('button', { name: 'Annuler' }).click();

  const offers = async (day: string) => {
    await awa.page.goto(`/fr/account/appointments?couturierId=${couturierId}&start=${day}T08:00:00.000Z`);
    const asked = awa.page.getByRole('dialog');
    await expect(asked.getByRole('button', { name: /Avec/ })).toContainText('Claire Morel');
    await asked.getByLabel('Jour').fill(day);
    const none = asked.getByText('Aucune heure libre ce jour-là.');
    const hour = asked.getByRole('button', { name: /Heure/ });
    await expect(none.or(hour)).toBeVisible();
    return hour.isVisible();
  };
  expect([await offers(on(2)), await offers(on(3))]).toEqual([false, true]);
  const seen = await awa.page.content();
  expect(seen).not.toContain('ne rien dire');

  await row.getByRole('link', { name: `Essayage, ${name}` }).click();
  await expect(page).toHaveURL(new RegExp(`week=${on(1)}`));
  await page.goto('/fr/atelier/settings');
  await row.getByRole('button', { name: /^Retirer/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
  await expect(row).toHaveCount(0);
  expect(await offers(on(2))).toBe(true);
  await awa.leave();
});

test('the owner plans for everybody: by the mouse on the fifteen weeks, and hours from a day on', async ({ page }) => {
  await signIn(page, OWNER);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/fr/atelier/house');
  const section = hands(page, 'Mains et absences');
  const track = section.locator('[data-draws]').last();
  await track.scrollIntoViewIfNeeded();
  const box = await track.boundingBox();
  if (!box) throw new Error('no line');
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
  const sheet = page.getByRole('dialog');
  await expect(async () => {
    await page.mouse.move(...at(0.82));
    await page.mouse.down();
    await page.mouse.move(...at(0.9));
    await page.mouse.up();
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(sheet.getByLabel('Premier jour')).not.toHaveValue('');
  await expect(sheet.getByRole('button', { name: /Qui/ })).toContainText('Sofia Lindqvist');
  await sheet.getByRole('button', { name: 'Annuler' }).click();
  await expect(sheet).toBeHidden();

  const hours = section.getByRole('form', { name: 'Sofia Lindqvist' });
  const field = hours.getByLabel('Heures par semaine, Sofia Lindqvist');
  const before = await field.inputValue();
  const next = before === '30' ? '28' : '30';
  await field.fill(next);
  await expect(hours.getByText(/^Sofia Lindqvist\s?: de/)).toBeVisible();
  await hours.getByLabel('À partir du').fill(on(7));
  await hours.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  // Not yet: what holds today stays, and the history says what comes.
  await expect(field).toHaveValue(before);
  const row = section.getByRole('listitem').filter({ has: page.getByRole('form', { name: 'Sofia Lindqvist' }) });
  await row.getByText('Historique').click();
  await expect(row.getByText(`${next} h,`).first()).toBeVisible();
  await expect(row.getByText(/noté par Inès Haddad/).first()).toBeVisible();
  await expectAccessible(page);
});
