import { expect, expectAccessible, newClient, OWN_PASSWORD, signIn, test } from './support/house';
import { beginTalk, talkWithClaire } from './support/talk';
import { field, message, thread } from './support/thread';

test('a page of another account’s time stops, says so, and nothing leaves under the wrong name', async ({
  page,
  context,
}) => {
  const id = await beginTalk(page, 'Camille');
  await page.goto('/fr/account/settings');
  const name = page.locator('#name');
  await name.fill('Camille Rebaptisée');

  const other = await context.newPage();
  await newClient(other, 'Mathieu Carrel');
  // The house itself refuses what a page of Camille asks for in Mathieu's session.
  const refused = await other.request.patch('/api/me', {
    data: { name: 'Camille Rebaptisée', version: 1 },
    headers: { 'x-account': id, origin: new URL(page.url()).origin },
  });
  expect(refused.status()).toBe(409);
  expect(((await refused.json()) as { code: string }).code).toBe('other_account');

  await other.goto('/fr/account');
  await expect(page.getByRole('heading', { name: 'Cette page appartient à Camille' })).toBeVisible();
  await expect(name).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer comme Mathieu' }).click();
  await expect(page).toHaveURL(/\/fr\/account$/);
  await expect(page.getByText('Cette page appartient')).toHaveCount(0);
});

test('what one person has not sent stands in nobody else’s composer', async ({ page }) => {
  const awa = await newClient(page, 'Awa Diop');
  const id = await talkWithClaire(page);
  await page.goto(`/fr/account/messages/${id}`);
  await field(page).fill('Une phrase à moi.');
  await page.reload();
  await expect(field(page), 'kept for its author').toHaveValue('Une phrase à moi.');
  await newClient(page, 'Mathieu Carrel');
  const theirs = await talkWithClaire(page);
  await page.goto(`/fr/account/messages/${theirs}`);
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await expect(field(page)).toHaveValue('');
  const kept = await page.evaluate(() => Object.values(localStorage).join(' '));
  expect(kept, 'nobody reads them in the browser’s storage').not.toContain('phrase');
  await signIn(page, awa, OWN_PASSWORD);
  await page.goto(`/fr/account/messages/${id}`);
  await expect(field(page), 'the words wait for their own account').toHaveValue('Une phrase à moi.');
});

test('a draft is one in two tabs, and is gone from both when it is sent', async ({ page, context }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  const second = await context.newPage();
  await second.goto(`/fr/account/messages/${id}`);
  await field(page).fill('Écrit à gauche.');
  await expect(field(second)).toHaveValue('Écrit à gauche.');
  await field(second).press('End');
  await field(second).pressSequentially(' Et à droite.');
  await expect(field(page)).toHaveValue('Écrit à gauche. Et à droite.');
  await field(page).press('Enter');
  await expect(message(page, 'Et à droite.')).toBeVisible();
  await expect(field(second)).toHaveValue('');
  await expect(thread(second).getByText('Écrit à gauche. Et à droite.')).toHaveCount(1);
});
