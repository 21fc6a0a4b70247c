import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../support/browser-session';
import { type HouseProcess, startHouse } from '../support/house-process';

const OPEN = /Ctrl-C closes the house/;
const KEY = /http:\/\/localhost:\d+(\/fr\/begin\?key=([\w-]+))/;
const FRENCH = { LC_ALL: 'fr_SN.UTF-8' };
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-begin-'));
const dataDir = join(folder, 'data');
const PASSWORD = 'sept aiguilles sous la lampe';
let house: HouseProcess;

const again = async (args: readonly string[] = []): Promise<void> => {
  house.signal('SIGTERM');
  await house.ended;
  house = await startHouse(dataDir, FRENCH, args);
  await house.says(OPEN);
};

beforeAll(async () => {
  house = await startHouse(dataDir, FRENCH, ['--new']);
  await house.says(OPEN);
});

afterAll(async () => {
  house.signal('SIGTERM');
  await house.ended;
  rmSync(folder, { recursive: true, force: true });
});

const visit = (path: string) => fetch(`${house.origin}${path}`, { redirect: 'manual' });

describe('npm start -- --help', () => {
  it.each([
    ['fr_FR.UTF-8', /ouvre la maison/, /Ensuite/],
    ['C', /opens the house/, /Next:/],
  ])('speaks the machine’s language (%s) and says what to do next', async (LC_ALL, what, next) => {
    const asked = await startHouse(join(folder, 'none'), { LC_ALL }, ['--help']);
    expect(await asked.ended).toBe(0);
    for (const words of [what, next, /--demo/, /--new/]) expect(asked.said()).toMatch(words);
    expect(() => readdirSync(join(folder, 'none'))).toThrow();
  });

  it('an option that there is not is said in one sentence', async () => {
    const asked = await startHouse(join(folder, 'none'), FRENCH, ['--empty']);
    expect(await asked.ended).toBe(1);
    expect(asked.said().trim()).toMatch(/^Il n’y a pas de .*--empty.*--help/);
  });
});

describe('a house that begins', () => {
  it('is open to nobody until its owner has come, and says so', async () => {
    for (const [path, to] of [
      ['/', '/fr/begin'],
      ['/fr', '/fr/begin'],
      ['/en/models', '/en/begin'],
      ['/fr/sign-up', '/fr/begin'],
      ['/fr/atelier', '/fr/begin'],
      ['/en/account/orders', '/en/begin'],
    ] as const) {
      const answer = await visit(path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 307, to]);
    }
    const plain = await visit('/fr/begin');
    expect(plain.status).toBe(200);
    expect(await plain.text()).toContain('ouvre bientôt');
    expect(await (await visit('/en/begin?key=another')).text()).toContain('This address does not open');
    const refused = await visit('/api/house');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      code: 'house_not_open',
      detail: 'La maison n’est pas encore ouverte.',
    });
    const stranger = new BrowserSession(house.origin);
    await expect(stranger.signIn('owner@fashionflow.test', 'demo-couture-2026')).rejects.toThrow('503');
    expect((await visit('/api/health/ready')).status).toBe(200);
  });

  it('prints an address that lets its owner in once; the next start needs none', async () => {
    const [, first = ''] = KEY.exec(house.said()) ?? [];
    expect(await (await visit(first)).text()).toContain('est à vous');
    // Another start before anybody came: the house is still the same, and the key is new.
    await again();
    const [, path = '', key = ''] = KEY.exec(house.said()) ?? [];
    expect(await (await visit(first)).text()).toContain('n’ouvre pas');
    expect(await (await visit(path)).text()).toContain('est à vous');
    const owner = new BrowserSession(house.origin);
    const who = { key, name: 'Aïda Ndiaye', email: 'aida@exemple.sn', password: PASSWORD };
    expect((await owner.call('POST', '/api/begin', who)).status).toBe(201);
    expect((await owner.call('POST', '/api/begin', who)).status).toBe(422);
    await owner.signIn(who.email, PASSWORD);
    expect(await owner.json('GET', '/api/me')).toMatchObject({ role: 'owner', name: 'Aïda Ndiaye' });
    expect((await visit('/fr')).status).toBe(200);
    await again();
    expect(house.said()).not.toMatch(/key=|fashionflow\.test/);
    expect(await (await visit(path)).text()).toContain('La maison est ouverte');
  });

  it('never gets the demo’s people', async () => {
    house.signal('SIGTERM');
    await house.ended;
    const asked = await startHouse(dataDir, FRENCH, ['--demo']);
    expect(await asked.ended).toBe(1);
    expect(asked.said()).toMatch(/vit une maison à quelqu’un/);
    house = await startHouse(dataDir, FRENCH);
    await house.says(OPEN);
    const stranger = new BrowserSession(house.origin);
    await expect(stranger.signIn('owner@fashionflow.test', 'demo-couture-2026')).rejects.toThrow('401');
    expect(await stranger.json('GET', '/api/couturiers')).toMatchObject({ items: [{ name: 'Aïda Ndiaye' }] });
  });

  it('bears its own name wherever a client reads, and no trace of the demo', async () => {
    const owner = new BrowserSession(house.origin);
    await owner.signIn('aida@exemple.sn', PASSWORD);
    const { version } = await owner.json<{ version: number }>('GET', '/api/house');
    await owner.json('PATCH', '/api/house', { version, name: 'Maison Ndiaye', address: '12, rue Félix-Faure, Dakar' });
    const client = new BrowserSession(house.origin);
    const who = { name: 'Khady Fall', email: 'khady@exemple.sn', password: 'un boubou pour la Tabaski' };
    await client.json('POST', '/api/accounts', who);
    await client.signIn(who.email, who.password);
    await owner.json('POST', '/api/invitations', { email: 'mariama@exemple.sn', role: 'couturier' });

    const inside = ['', '/orders', '/orders/new', '/messages', '/messages/new', '/measurements', '/favourites'];
    const pages = [
      ...[
        '',
        '/models',
        '/couturiers',
        '/house',
        '/legal',
        '/privacy',
        '/conditions',
        '/sign-in',
        '/sign-up',
        '/forgot-password',
      ],
      ...['/begin', '/nowhere', ...inside.map((one) => `/account${one}`), '/account/settings', '/account/appointments'],
    ];
    const seen: [string, string][] = [];
    for (const locale of ['/fr', '/en'])
      for (const page of pages) {
        // A door sends on whoever is signed in: there it is a visitor who looks.
        const asks = page.startsWith('/account') ? client : new BrowserSession(house.origin);
        const answer = await asks.call('GET', `${locale}${page}`);
        expect([locale, page, answer.status]).toEqual([locale, page, page === '/nowhere' ? 404 : 200]);
        seen.push([`${locale}${page}`, await answer.text()]);
      }
    for (const path of ['/manifest.webmanifest', '/nowhere.at/all', '/api/house'])
      seen.push([path, await (await visit(path)).text()]);
    const mails = readdirSync(join(dataDir, 'mails'));
    expect(mails.length).toBeGreaterThanOrEqual(4);
    for (const name of mails) seen.push([name, readFileSync(join(dataDir, 'mails', name), 'utf8')]);
    seen.push([
      'own data',
      Buffer.from(await (await client.call('GET', '/api/me/export')).arrayBuffer()).toString('latin1'),
    ]);

    const product = /FashionFlow|Fashion<|fashionflow\.test|rue du Mail|01 84 25|Inès Haddad|Claire Morel|Carpentier/;
    expect(
      seen.filter(([, text]) => product.test(text)).map(([what, text]) => [what, product.exec(text)?.[0]]),
    ).toEqual([]);
    const titled = seen.filter(([what]) => /^\/(fr|en)/.test(what) && !what.endsWith('nowhere'));
    for (const [what, text] of titled) expect([what, /<title>[^<]*Maison Ndiaye/.test(text)]).toEqual([what, true]);
    expect(JSON.parse(seen.find(([what]) => what.startsWith('/manifest'))?.[1] ?? '')).toMatchObject({
      name: 'Maison Ndiaye',
    });
    // What its owner was sent before the house was named is nobody's yet.
    const others = seen.filter(([, text]) => /^To: .*(?:khady|mariama)@/m.test(text));
    expect(others.length).toBeGreaterThanOrEqual(2);
    expect(others.filter(([, text]) => !/^From: .*Maison Ndiaye/m.test(text))).toEqual([]);
  });
});
