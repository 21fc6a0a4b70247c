import type { SpokenNumbers } from '../spoken-numbers';

const SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const GROUPS = [
  { of: 1e9, name: 'milliard' },
  { of: 1e6, name: 'million' },
  { of: 1e3, name: 'mille' },
];

/** Below a hundred; « quatre-vingts » keeps its s only where nothing follows. */
function tens(value: number, last: boolean): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value >= 80) return value === 80 ? `quatre-vingt${last ? 's' : ''}` : `quatre-vingt-${SMALL[value - 80] ?? ''}`;
  const ten = value >= 60 ? 6 : Math.floor(value / 10);
  const rest = value - ten * 10;
  const word = TENS[ten] ?? '';
  if (rest === 0) return word;
  return rest === 1 || rest === 11 ? `${word} et ${SMALL[rest] ?? ''}` : `${word}-${SMALL[rest] ?? ''}`;
}

function hundreds(value: number, last: boolean): string {
  const [count, rest] = [Math.floor(value / 100), value % 100];
  if (count === 0) return tens(rest, last);
  const head = count === 1 ? 'cent' : `${SMALL[count] ?? ''} cent${rest === 0 && last ? 's' : ''}`;
  return rest === 0 ? head : `${head} ${tens(rest, last)}`;
}

function words(value: number): string {
  if (value === 0) return 'zéro';
  const said: string[] = [];
  let rest = value;
  for (const { of, name } of GROUPS) {
    const count = Math.floor(rest / of);
    rest %= of;
    if (count === 0) continue;
    if (of === 1e3) said.push(count === 1 ? 'mille' : `${hundreds(count, false)} mille`);
    else said.push(`${hundreds(count, true)} ${name}${count > 1 ? 's' : ''}`);
  }
  if (rest > 0) said.push(hundreds(rest, true));
  return said.join(' ');
}

/** Currencies whose name is feminine: « vingt et une livres sterling ». */
const FEMININE = new Set(['GBP', 'TRY', 'SEK', 'NOK', 'DKK', 'ISK', 'CZK', 'INR', 'MRU', 'LBP', 'EGP', 'SYP']);

/** Minor units that are not called centime. */
const MINOR: Readonly<Record<string, readonly [string, string]>> = {
  GBP: ['penny', 'pence'],
  USD: ['cent', 'cents'],
  TND: ['millime', 'millimes'],
};

export const numbers: SpokenNumbers = {
  words,
  minus: 'moins',
  and: 'et',
  units: (count, name, currency) => {
    const agreed = FEMININE.has(currency) ? count.replace(/\bun$/, 'une') : count;
    // A million is a noun and asks for « de ».
    const of = /(million|milliard)s?$/.test(count) ? (/^[aeiouyéè]/i.test(name) ? 'd’' : 'de ') : '';
    return `${agreed} ${of}${name}`;
  },
  length: (metres, centimetres) =>
    `${words(metres)} mètre${metres > 1 ? 's' : ''}${centimetres > 0 ? ` ${words(centimetres)}` : ''}`,
  minor: (currency) => MINOR[currency] ?? ['centime', 'centimes'],
};
