import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { whileOwnerless } from '@/lib/begin/rules';
import { COUNTRY_PRESETS } from '@/lib/house/countries/presets';
import { monogramParts, wordmarkParts } from '@/lib/house/wordmark';
import { translator } from '@/lib/i18n/translate';
import { askChoice, chooseHouse, startOptions } from '@/scripts/run/choose-house';
import { houseAddress } from '@/scripts/run/house-address';
import { refuseOtherHouse } from '@/scripts/run/refuse-other-house';

const t = translator('en', 'commands');
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'begin-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('which house an empty folder becomes', () => {
  const asked = (choice: 'demo' | 'new') => {
    let times = 0;
    return { ask: async () => ((times += 1), choice), times: () => times };
  };

  it('is the demo where no terminal can be asked', async () => {
    expect(await chooseHouse(folder(), undefined, undefined)).toBe('demo');
  });

  it('is asked once, and kept for a start that was cut off', async () => {
    const dataDir = folder();
    const person = asked('new');
    expect(await chooseHouse(dataDir, undefined, person.ask)).toBe('new');
    mkdirSync(join(dataDir, 'database'));
    expect(await chooseHouse(dataDir, undefined, person.ask)).toBe('new');
    expect(await chooseHouse(dataDir, undefined, undefined)).toBe('new');
    expect(person.times()).toBe(1);
  });

  it('is what was said, without asking', async () => {
    const dataDir = folder();
    const person = asked('demo');
    expect(await chooseHouse(dataDir, 'new', person.ask)).toBe('new');
    expect(person.times()).toBe(0);
    expect(readFileSync(join(dataDir, 'house'), 'utf8')).toBe('new\n');
  });

  it('is not asked where a house may be already', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'database'));
    const person = asked('new');
    expect(await chooseHouse(dataDir, undefined, person.ask)).toBe('demo');
    expect(person.times()).toBe(0);
  });

  it('is answered on the terminal by 1 or 2, asked again for anything else', async () => {
    for (const [typed, choice] of [
      ['1\n', 'demo'],
      ['peut-être\n2\n', 'new'],
    ] as const) {
      const input = new PassThrough();
      const output = new PassThrough();
      const answer = askChoice(input, output, t);
      input.write(typed);
      expect(await answer).toBe(choice);
      expect(String(output.read())).toContain('Nothing is here yet');
    }
  });

  it('is none when the input ends', async () => {
    const input = new PassThrough();
    const answer = askChoice(input, new PassThrough(), t);
    input.end();
    await expect(answer).rejects.toThrow('Nothing was opened.');
  });

  it('is read from what stands behind npm start', () => {
    expect(startOptions([], t)).toEqual({ help: false, choice: undefined });
    expect(startOptions(['--new'], t).choice).toBe('new');
    expect(startOptions(['--demo'], t).choice).toBe('demo');
    expect(startOptions(['--help'], t).help).toBe(true);
    expect(() => startOptions(['--demo', '--new'], t)).toThrow('not both');
    expect(() => startOptions(['--empty'], t)).toThrow('There is no “--empty”');
  });
});

it.each([
  ['new', 'demo', false, true],
  ['new', 'nothing', false, false],
  ['new', 'new', false, false],
  ['new', 'other', false, false],
  ['demo', 'demo', false, false],
  ['demo', 'nothing', false, false],
  ['demo', 'new', false, true],
  ['demo', 'other', false, true],
  ['demo', 'nothing', true, true],
] as const)('asked for %s, with %s there: refused %4$s', (choice, there, named, refused) => {
  const look = () => refuseOtherHouse(choice, there, { dataDir: '.data', named });
  if (refused) expect(look).toThrow(/\.data|MONGODB_URI/);
  else expect(look).not.toThrow();
});

it.each([
  ['/fr/begin', 'open'],
  ['/en/begin', 'open'],
  ['/_next/static/a.js', 'open'],
  ['/api/health/live', 'open'],
  ['/api/begin', 'open'],
  ['/', 'lead'],
  ['/fr', 'lead'],
  ['/fr/sign-up', 'lead'],
  ['/fr/begin/more', 'lead'],
  ['/de/begin', 'lead'],
  ['/sitemap.xml', 'lead'],
  ['/api/accounts', 'refuse'],
  ['/api/begin/first-steps', 'refuse'],
  ['/_next/../fr/models', 'lead'],
  ['/_next/%2e%2e/fr/models', 'lead'],
  ['/api/health/../accounts', 'refuse'],
])('while nobody owns the house, %s: %s', (path, way) => {
  expect(whileOwnerless(path)).toBe(way);
});

it.each([
  ['Maison Ndiaye', 'Maison ', 'Ndiaye', 'Mn'],
  ['La Maison de l’Île', 'La Maison de ', 'l’Île', 'Ll'],
  ['FashionFlow', 'Fashion', 'Flow', 'Ff'],
  ['Ndiaye', 'Ndiaye', '', 'N'],
  ['  Maison  ', 'Maison', '', 'M'],
])('sets « %s » as %s and %s', (name, roman, italic, monogram) => {
  expect(wordmarkParts(name)).toEqual([roman, italic]);
  expect(monogramParts(name).join('')).toBe(monogram);
});

it('a country proposes what the settings can hold', () => {
  expect(COUNTRY_PRESETS.map(({ country }) => country)).toEqual(['FR', 'SN', 'CI', 'MA', 'BE', 'CH', 'CA']);
  const known = new Set(Intl.supportedValuesOf('currency'));
  for (const { currency, vatPercent } of COUNTRY_PRESETS) {
    expect(known).toContain(currency);
    expect(Math.round(vatPercent * 10) / 10).toBe(vatPercent);
    expect(vatPercent).toBeLessThanOrEqual(50);
  }
});

it('the address a person is told is the public one, else that of this machine', () => {
  expect(houseAddress({ HOST: '127.0.0.1', PORT: 3000 })).toBe('http://localhost:3000');
  expect(houseAddress({ HOST: '0.0.0.0', PORT: 80 })).toBe('http://localhost:80');
  expect(houseAddress({ HOST: '192.168.1.4', PORT: 3000 })).toBe('http://192.168.1.4:3000');
  expect(houseAddress({ HOST: '::1', PORT: 3000 })).toBe('http://[::1]:3000');
  expect(houseAddress({ APP_URL: 'https://maison.example/', HOST: '0.0.0.0', PORT: 3000 })).toBe(
    'https://maison.example',
  );
});
