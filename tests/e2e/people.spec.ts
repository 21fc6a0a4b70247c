import { type Page } from '@playwright/test';
import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';

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
    await dialog.getByRole('combobox', { name: 'Dossier qui reste' }).fill(stays);
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
    await expect(aside.getByText(new RegExp(`« ${goes} », par Claire Morel`))).toBeVisible();
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
