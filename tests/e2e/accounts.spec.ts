import type { Page } from '@playwright/test';
import { linkInMail, mailCount } from './support/mails';
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
  visitor,
} from './support/house';
import { talkWithClaire } from './support/talk';
import { field } from './support/thread';

const freshAddress = () => `person-${crypto.randomUUID()}@example.test`;
const NEW_PASSWORD = 'un-tout-autre-fil-rouge';

async function signInByForm(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** The open page of a browser whose session was ended says so at the door. */
async function expectThrownOut(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole('status').filter({ hasText: 'Votre session a été fermée' })).toBeVisible();
}

test.describe('signing up', () => {
  test('says every wrong point, leads to each, and keeps what was typed', async ({ page }) => {
    await page.goto('/fr/sign-up');
    await page.getByLabel('Prénom et nom').fill('Awa Ndiaye');
    await page.getByLabel('Adresse e-mail').fill('awa.ndiaye@exemple');
    await page.getByLabel('Mot de passe', { exact: true }).fill('huitlett');
    await page.getByRole('button', { name: 'Créer mon compte' }).click();

    const summary = page.getByRole('alert').filter({ hasText: 'points à reprendre' });
    await expect(summary).toContainText('Trois points à reprendre. Le reste est gardé.');
    await expect(page.getByLabel('Adresse e-mail')).toBeFocused();
    await expect(page.getByLabel('Prénom et nom')).toHaveValue('Awa Ndiaye');
    await expect(page.getByLabel('Adresse e-mail')).toHaveValue('awa.ndiaye@exemple');
    await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveValue('huitlett');
    await expectAccessible(page);

    await summary.getByRole('link', { name: /Encore quatre/ }).click();
    await expect(page.getByLabel('Mot de passe', { exact: true })).toBeFocused();
    await summary.getByRole('link', { name: /Cochez pour continuer/ }).press('Enter');
    await expect(page.getByRole('checkbox')).toBeFocused();

    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);
  });

  test('the house’s own refusal comes to its field, and nothing is lost', async ({ page }) => {
    await page.goto('/fr/sign-up');
    const email = freshAddress();
    await page.getByLabel('Prénom et nom').fill('Maud Perrin');
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill('motdepasse123');
    await page.getByText('J’ai lu').click();
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveAccessibleDescription(/devin|courant|connu/i);
    await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email);

    await page.getByLabel('Mot de passe', { exact: true }).fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(page).toHaveURL(/\/fr\/account$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Maud');
    await expect.poll(() => mailCount(email)).toBe(1);
  });

  test('an address that has an account already is not given away: its mailbox gets the word', async ({ page }) => {
    await page.goto('/fr/sign-up');
    const before = await mailCount(CLIENT);
    await page.getByLabel('Prénom et nom').fill('Awa');
    await page.getByLabel('Adresse e-mail').fill(CLIENT);
    await page.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD);
    await page.getByText('J’ai lu').click();
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Regardez vos e-mails' })).toBeVisible();
    await expect.poll(() => mailCount(CLIENT)).toBe(before + 1);
  });
});

test('signs in to the page that was asked for, and out again by the menu', async ({ page }) => {
  await page.goto('/fr/account/orders?phase=open');
  await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
  await signInByForm(page, CLIENT, PASSWORD);
  await expect(page).toHaveURL(/\/fr\/account\/orders\?phase=open$/);
  // The page was loaded anew: on a busy machine a press in the moment in which it wakes up may still be lost.
  const wayOut = page.getByRole('button', { name: 'Se déconnecter' });
  await expect(async () => {
    await page.getByRole('button', { name: /Mon compte|Awa Diallo/ }).click();
    await expect(wayOut).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await wayOut.click();
  await expect(page).toHaveURL(/\/fr$/);
  await page.goto('/fr/account');
  await expect(page).toHaveURL(/\/fr\/sign-in/);
});

test('a forgotten password: the mail’s link serves once, then says so', async ({ page, browser }) => {
  const elsewhere = await visitor(browser);
  const email = await newClient(elsewhere.page);
  await elsewhere.page.goto('/fr/account');

  await page.goto('/fr/sign-in');
  await page.getByRole('link', { name: 'Oublié' }).click();
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await expect(page.getByLabel('Adresse e-mail')).toBeFocused();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Le lien est parti');
  await expectAccessible(page);

  const link = await linkInMail(email, 'reset-password');
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('Nouveau mot de passe').fill('trop court');
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByLabel('Nouveau mot de passe')).toHaveAccessibleDescription(/Encore deux/);
  await page.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page).toHaveURL(/\/fr\/sign-in\?changed=1$/);
  await expect(page.getByRole('status')).toContainText('Votre mot de passe est changé');

  await expectThrownOut(elsewhere.page);
  await elsewhere.leave();

  await signInByForm(page, email, OWN_PASSWORD);
  await expect(page.getByRole('alert').filter({ hasText: 'ne correspond pas' })).toBeVisible();
  await signInByForm(page, email, NEW_PASSWORD);
  await expect(page).toHaveURL(/\/fr\/account$/);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ce lien ne sert plus');
  await expect(page.getByRole('link', { name: 'Demander un autre lien' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/en/reset-password/never-was-one');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('This link');
});

test('settings: name, e-mail language and theme stay, the devices are listed', async ({ page }) => {
  await newClient(page, 'Mireille Aubert');
  await page.goto('/fr/account/settings');
  await page.getByLabel('Prénom et nom').fill('');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Prénom et nom')).toHaveAccessibleDescription(/\S/);
  await page.getByLabel('Prénom et nom').fill('Mireille Aubert-Roy');
  await page.getByRole('button', { name: /Langue des e-mails/ }).click();
  await page.getByRole('option', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await page.getByRole('main').getByText('Nuit', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Prénom et nom')).toHaveValue('Mireille Aubert-Roy');
  await expect(page.getByRole('button', { name: /Langue des e-mails/ })).toContainText('English');
  await expect(page.getByText('cet appareil', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('the header comes back for who scrolls up, never over what has the focus', async ({ page }) => {
  await signIn(page, CLIENT);
  await page.goto('/fr/account/settings');
  const header = page.locator('.site-header');
  const button = page.getByRole('button', { name: 'Changer le mot de passe' });
  // Nearer to the edge than what takes the focus is kept from it: the page moves a little by itself, upwards.
  await button.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - 12));
  const top = await button.evaluate(async (one) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    (one as HTMLElement).focus();
    await frame();
    await frame();
    return one.getBoundingClientRect().top;
  });
  expect(top).toBeGreaterThan(20);
  await expect(header).not.toHaveAttribute('data-back');

  await page.mouse.wheel(0, 400);
  await expect(header).not.toHaveAttribute('data-back');
  await page.mouse.wheel(0, -100);
  await expect(header).toHaveAttribute('data-back');
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('Shift+Tab');
    const hidden = await page.evaluate(() => {
      const back = document.querySelector('.site-header[data-back]');
      const focused = document.activeElement;
      if (!back || !focused || back.contains(focused)) return false;
      return focused.getBoundingClientRect().top < back.getBoundingClientRect().bottom;
    });
    expect(hidden, 'what has the focus lies under the header').toBe(false);
  }
});

test('the language switch keeps the page, its question and the theme', async ({ page }) => {
  await signIn(page, CLIENT);
  await page.goto('/fr/account/messages/new?modelId=000000000000000000000000&x=1');
  await page.getByRole('button', { name: /Mon compte|Awa Diallo/ }).click();
  await page.getByRole('button', { name: 'Nuit' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/account\/messages\/new\?modelId=000000000000000000000000&x=1$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('a session that is ended elsewhere', () => {
  test('« sign out everywhere » throws the other browser out', async ({ page, browser }) => {
    const email = await newClient(page);
    const other = await another(browser, email, OWN_PASSWORD);
    await other.page.goto('/fr/account/measurements');
    await page.goto('/fr/account/settings');
    await expect(page.getByRole('button', { name: /^Déconnecter Chrome/ })).toHaveCount(1);
    await page.getByRole('button', { name: 'Se déconnecter partout' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Se déconnecter partout' }).click();
    await expect(page).toHaveURL(/\/fr\/sign-in\?left=1$/);
    await expect(page.getByRole('status')).toContainText('Tous vos appareils sont déconnectés');
    await expectThrownOut(other.page);
    await signInByForm(other.page, email, OWN_PASSWORD);
    await expect(other.page).toHaveURL(/\/fr\/account\/measurements$/);
    await other.leave();
  });

  test('one device is signed out from the list; this one stays', async ({ page, browser }) => {
    const email = await newClient(page);
    const other = await another(browser, email, OWN_PASSWORD);
    await other.page.goto('/fr/account');
    await page.goto('/fr/account/settings');
    await page.getByRole('button', { name: /^Déconnecter Chrome/ }).click();
    await expect(page.getByText('Appareil déconnecté')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Déconnecter Chrome/ })).toHaveCount(0);
    await expectThrownOut(other.page);
    await other.leave();
    await page.reload();
    await expect(page).toHaveURL(/\/fr\/account\/settings$/);
  });

  test('a new password ends the others and keeps this one', async ({ page, browser }) => {
    const email = await newClient(page);
    const other = await another(browser, email, OWN_PASSWORD);
    await other.page.goto('/fr/account');
    await page.goto('/fr/account/settings');
    await page.getByLabel('Mot de passe actuel').fill('pas le bon mot');
    await page.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await expect(page.getByLabel('Mot de passe actuel')).toHaveAccessibleDescription(/\S/);
    await expect(page.getByLabel('Nouveau mot de passe')).toHaveValue(NEW_PASSWORD);
    await page.getByLabel('Mot de passe actuel').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await expect(page.getByText('Mot de passe changé')).toBeVisible();
    await expectThrownOut(other.page);
    await other.leave();
    await page.goto('/fr/account');
    await expect(page).toHaveURL(/\/fr\/account$/);
  });
});

test.describe('a client’s account', () => {
  const actions = async (desk: Page, item: string) => {
    await desk.getByRole('button', { name: 'Autres actions' }).click();
    await desk.getByRole('menuitem', { name: item }).click();
  };

  test('is suspended by the owner: the open page says so and she is out; lifted, she comes back to where she was', async ({
    page,
    browser,
  }) => {
    const name = `Mireille ${crypto.randomUUID().slice(0, 8)}`;
    const email = await newClient(page, name);
    const { clientId } = await call<{ clientId: string }>(page, 'get', '/me');
    await page.goto('/fr/account/measurements');
    const owner = await another(browser, OWNER);
    const desk = owner.page;
    await desk.goto(`/fr/atelier/clients/${clientId}`);

    // Asked once, and not done when one thinks better of it.
    await actions(desk, 'Suspendre le compte');
    const dialog = desk.getByRole('alertdialog', { name: `Suspendre le compte de ${name}` });
    await expect(dialog).toContainText('Le dossier, les commandes et les messages restent');
    await expectAccessible(desk);
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await expect(dialog).toBeHidden();
    expect((await page.request.get('/api/me')).status()).toBe(200);
    await actions(desk, 'Suspendre le compte');
    await dialog.getByRole('button', { name: 'Suspendre le compte' }).click();
    await expect(desk.getByText(/^Compte suspendu, /)).toBeVisible();
    await expectAccessible(desk);

    await expectThrownOut(page);
    await signInByForm(page, email, OWN_PASSWORD);
    await expect(page.getByText('Ce compte est fermé. Écrivez à la maison pour en parler.')).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in\?/);
    // Nothing is said to who does not know the password.
    await signInByForm(page, email, 'pas le bon mot');
    await expect(page.getByText('Ce compte est fermé')).toHaveCount(0);

    // A couturier reads it on the file, and does not lift it.
    const couturier = await another(browser, COUTURIER);
    await couturier.page.goto(`/fr/atelier/clients/${clientId}`);
    await expect(couturier.page.getByText(/^Compte suspendu, /)).toBeVisible();
    await couturier.page.getByRole('button', { name: 'Autres actions' }).click();
    await expect(couturier.page.getByRole('menuitem', { name: 'Archiver' })).toBeVisible();
    await expect(couturier.page.getByRole('menuitem', { name: /compte/ })).toHaveCount(0);
    await couturier.leave();

    await actions(desk, 'Rouvrir le compte');
    await expect(desk.getByText(/^Compte suspendu, /)).toHaveCount(0);
    await owner.leave();
    await signInByForm(page, email, OWN_PASSWORD);
    await expect(page).toHaveURL(/\/fr\/account\/measurements$/);
  });
});

test.describe('signing out', () => {
  /** What this browser keeps of an account: what was typed, what waits to leave, files that were joined. */
  const keptOf = (page: Page, id: string) =>
    page.evaluate(async (account) => {
      const files = await new Promise<string[]>((resolve) => {
        const asked = indexedDB.open('fashionflow-files', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('files');
        asked.onsuccess = () => {
          const keys = asked.result.transaction('files').objectStore('files').getAllKeys();
          keys.onsuccess = () => {
            asked.result.close();
            resolve(keys.result.map(String));
          };
        };
      });
      return [...Object.keys(localStorage), ...files].filter((key) => key.includes(`${account}:`));
    }, id);
  const ways: [string, (page: Page) => Promise<void>][] = [
    [
      'by the menu',
      async (page) => {
        await page.getByRole('button', { name: /Mon compte|Mireille/ }).click();
        await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
      },
    ],
    [
      'everywhere',
      async (page) => {
        await page.getByRole('button', { name: 'Se déconnecter partout' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Se déconnecter partout' }).click();
      },
    ],
    [
      'for good',
      async (page) => {
        await page.getByRole('button', { name: 'Effacer mon compte' }).click();
        const dialog = page.getByRole('alertdialog');
        await dialog.getByLabel('Mot de passe').fill(OWN_PASSWORD);
        await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
      },
    ],
  ];
  for (const [way, leave] of ways)
    test(`${way} leaves nothing of the account on the device`, async ({ page }) => {
      await newClient(page, 'Mireille Aubert');
      const { id } = await call<{ id: string }>(page, 'get', '/me');
      const talk = await talkWithClaire(page);
      await page.goto(`/fr/account/messages/${talk}`);
      await field(page).fill('Ce que je ne dis pas encore.');
      // A message that the house does not take yet, with a picture.
      await page.evaluate(async (account) => {
        localStorage.setItem(`ff-outbox:${account}:c1:m1`, '{}');
        await new Promise<void>((resolve) => {
          const asked = indexedDB.open('fashionflow-files', 1);
          asked.onupgradeneeded = () => asked.result.createObjectStore('files');
          asked.onsuccess = () => {
            const written = asked.result.transaction('files', 'readwrite');
            written.objectStore('files').put(new File(['x'], 'robe.jpg'), `${account}:c1:m1`);
            written.oncomplete = () => {
              asked.result.close();
              resolve();
            };
          };
        });
      }, id);
      await expect.poll(() => keptOf(page, id)).toHaveLength(3);
      await page.goto('/fr/account/settings');
      await leave(page);
      await expect(page).toHaveURL(/\/fr(\/sign-in\?left=.*)?$/);
      expect(await keptOf(page, id)).toEqual([]);
    });
});

test('the owner invites a couturier, who comes in by the mail; closing the account shows them out', async ({
  page,
  browser,
}) => {
  const email = freshAddress();
  await signIn(page, OWNER);
  await page.goto('/fr/atelier/house#team');
  await page.getByRole('button', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Adresse e-mail').fill('pas une adresse');
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog.getByLabel('Adresse e-mail')).toHaveAccessibleDescription(/\S/);
  await dialog.getByLabel('Adresse e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(email)).toBeVisible();

  const invited = await visitor(browser);
  const link = await linkInMail(email, 'invitations');
  await invited.page.goto(link);
  await expect(invited.page.getByText(email)).toBeVisible();
  await expectAccessible(invited.page);
  const name = `Louise Petit ${email.slice(7, 11)}`;
  await invited.page.getByLabel('Prénom et nom').fill(name);
  await invited.page.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await invited.page.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(invited.page).toHaveURL(/\/fr\/atelier$/);

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Fermer le compte' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Fermer le compte' }).click();
  await expectThrownOut(invited.page);
  await signInByForm(invited.page, email, NEW_PASSWORD);
  // Whoever has the password is told why; with another one the door says nothing of it.
  await expect(invited.page.getByRole('alert').filter({ hasText: 'Ce compte est fermé' })).toBeVisible();
  await signInByForm(invited.page, email, 'quatre aiguilles sans chas');
  await expect(invited.page.getByRole('alert').filter({ hasText: 'ne correspond pas' })).toBeVisible();
  await invited.page.goto(link);
  await expect(invited.page.getByRole('heading', { level: 1 })).toContainText('Ce lien ne sert plus');
  await invited.leave();
});

test.describe('whose space it is', () => {
  for (const [who, email, name, space, own, words] of [
    ['a client in the atelier', CLIENT, 'Awa Diallo', '/atelier/orders', /\/fr\/account$/, 'Aller à mon espace'],
    [
      'a couturier in the client space',
      COUTURIER,
      'Claire Morel',
      '/account/orders',
      /\/fr\/atelier$/,
      'Aller à l’atelier',
    ],
  ] as const) {
    test(`${who} learns which account is open`, async ({ page }) => {
      await signIn(page, email);
      const answer = await page.goto(`/fr${space}`);
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Cette page n’est pas la vôtre');
      await expect(page.getByRole('main')).toContainText(name);
      await expect(page.getByRole('main')).toContainText(email);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSideScroll(page);
      await page.getByRole('link', { name: words }).click();
      await expect(page).toHaveURL(own);
    });
  }

  test('changes the account and comes back to the page', async ({ page }) => {
    await signIn(page, CLIENT);
    await page.goto('/fr/atelier/tasks?view=list');
    await page.getByRole('button', { name: 'Changer de compte' }).click();
    await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
    await signInByForm(page, COUTURIER, PASSWORD);
    await expect(page).toHaveURL(/\/fr\/atelier\/tasks\?view=list$/);
  });
});
