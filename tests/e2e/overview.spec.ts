import { addDays } from '@/lib/calendar';
import type { OrderDto } from '@/lib/orders/answers';
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
import { confirmed } from './support/orders';

test('an owner looks from their own day at the whole house, and each figure leads to what it counts', async ({
  page,
}) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier');
  await page.getByRole('link', { name: 'La maison', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/promesses? /);
  await expect(page.getByRole('navigation', { name: 'Vues du jour' }).getByText('La maison')).toHaveAttribute(
    'aria-current',
    'page',
  );
  const people = page.getByRole('table').getByRole('rowheader');
  await expect(people.filter({ hasText: 'Claire Morel' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('navigation', { name: 'La maison en cinq chiffres' })
    .getByRole('link', { name: /Sans réponse/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Sans réponse' })).toBeInViewport();
  // One tap hands a question over, to somebody who is chosen.
  await page
    .getByRole('button', { name: /^Confier, / })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /À qui/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('on a phone, in English, nothing sticks out, and a couturier has no such page', async ({ page, browser }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, OWNER);
  await page.goto('/en/atelier?view=house');
  await expect(page.getByRole('heading', { name: 'Hands, week by week' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  const claire = await visitor(browser);
  await signIn(claire.page, COUTURIER);
  await claire.page.goto('/en/atelier?view=house');
  await expect(claire.page.getByRole('heading', { name: 'To do' })).toBeVisible();
  await expect(claire.page.getByRole('navigation', { name: 'Views of the day' })).toHaveCount(0);
  await claire.leave();
});

test('a day that is proposed for an order is filled in where it is promised', async ({ page, browser }) => {
  const awa = await visitor(browser);
  await newClient(awa.page, 'Awa Ndiaye');
  await signIn(page, COUTURIER);
  const order = await confirmed(awa.page, page);
  const day = addDays(new Date().toISOString().slice(0, 10), 200);
  await page.goto(`/fr/atelier/orders/${order.id}?propose=${day}`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Date promise')).toHaveValue(day);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await expect(dialog).toBeHidden();
  const { promisedDate } = await call<OrderDto>(page, 'get', `/orders/${order.id}`);
  expect(promisedDate, 'nothing is promised by looking').toBe(order.promisedDate);
  await awa.leave();
});
