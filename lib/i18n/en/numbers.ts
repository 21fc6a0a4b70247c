import type { SpokenNumbers } from '../spoken-numbers';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const GROUPS = [
  { of: 1e9, name: 'billion' },
  { of: 1e6, name: 'million' },
  { of: 1e3, name: 'thousand' },
];

function hundreds(value: number): string {
  const [count, rest] = [Math.floor(value / 100), value % 100];
  const tens =
    rest < 20
      ? (SMALL[rest] ?? '')
      : `${TENS[Math.floor(rest / 10)] ?? ''}${rest % 10 ? `-${SMALL[rest % 10] ?? ''}` : ''}`;
  if (count === 0) return tens;
  return `${SMALL[count] ?? ''} hundred${rest ? ` and ${tens}` : ''}`;
}

function words(value: number): string {
  if (value === 0) return 'zero';
  const said: string[] = [];
  let rest = value;
  for (const { of, name } of GROUPS) {
    const count = Math.floor(rest / of);
    rest %= of;
    if (count > 0) said.push(`${hundreds(count)} ${name}`);
  }
  if (rest > 0) said.push(`${value > 999 && rest < 100 ? 'and ' : ''}${hundreds(rest)}`);
  return said.join(' ');
}

/** Minor units that are not called cent. */
const MINOR: Readonly<Record<string, readonly [string, string]>> = {
  GBP: ['penny', 'pence'],
  CHF: ['centime', 'centimes'],
  MAD: ['centime', 'centimes'],
  TND: ['millime', 'millimes'],
};

export const numbers: SpokenNumbers = {
  words,
  minus: 'minus',
  and: 'and',
  units: (count, name) => `${count} ${name}`,
  length: (metres, centimetres) =>
    `${words(metres)} metre${metres === 1 ? '' : 's'}${centimetres > 0 ? ` ${words(centimetres)}` : ''}`,
  minor: (currency) => MINOR[currency] ?? ['cent', 'cents'],
};
