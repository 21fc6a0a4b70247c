import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCentimetres, formatMoney, formatNumber } from '@/lib/i18n/format';
import { decimalsOf, inMinorUnits, inUnits, moneyKind, PRICE_MAX } from '@/lib/money';
import { CENTIMETRES, COUNT, DELTA, HOURS, MINUTES, PERCENT, QUANTITY, readMinutes } from '@/lib/number-kinds';
import { currencyName, lengthWords, moneyWords, wordsOf } from '@/lib/i18n/number-words';
import { isFarBeyond, printNumber, type Reading, readNumber } from '@/lib/numbers';

const EUR = moneyKind('EUR');
const XOF = moneyKind('XOF');
const LOCALES = ['fr', 'en'] as const;
const read = (value: number): Reading => ({ state: 'read', value });

describe('sums as they are typed', () => {
  it.each([
    ['1200', 1200],
    ['1\u202f250', 1250],
    ['1 250,5', 1250.5],
    ["1'250.50", 1250.5],
    ['1’250,50', 1250.5],
    ['1.200,50', 1200.5],
    ['1,200.50', 1200.5],
    ['1.200.000', 1_200_000],
    ['70.5', 70.5],
    ['70,5', 70.5],
    [',5', 0.5],
    ['7,', 7],
    ['0,200', 0.2],
    ['1 250 €', 1250],
    ['1\u00a0250,00\u00a0€', 1250],
    ['€1,250.50', 1250.5],
    ['EUR 12', 12],
    ['12 euros', 12],
    ['12€', 12],
    ['١٢٥٠', 1250],
    ['١٬٢٥٠٫٥', 1250.5],
    ['۱۲', 12],
    ['१२', 12],
    ['１２', 12],
    ['\u200e12,50\u200f', 12.5],
    ['1200.-', 1200],
    ['1’200.–', 1200],
    ['1 200,-- €', 1200],
    ['１，２００．５０', 1200.5],
  ])('%s is one sum in both languages', (typed, value) => {
    for (const locale of LOCALES) expect(readNumber(typed, locale, EUR)).toEqual(read(value));
  });

  it('reads the comma of thousands in English, and never as a point', () => {
    expect(readNumber('1,200', 'en', EUR)).toEqual(read(1200));
    expect(readNumber('12,345,678', 'en', EUR)).toEqual(read(12_345_678));
    expect(readNumber('1,2', 'fr', EUR)).toEqual(read(1.2));
  });

  it.each([
    ['1,200', 'fr'],
    ['1.200', 'fr'],
    ['1.200', 'en'],
  ] as const)('asks what %s means in %s', (typed, locale) => {
    expect(readNumber(typed, locale, EUR)).toEqual({ state: 'ask', values: [1200, 1.2] });
  });

  it.each([
    '1,2,3',
    '(1 200)',
    '12,-5',
    '1200-',
    '12 34',
    '1 2000',
    '1.200.00',
    '1,00,000',
    '-',
    '1e3',
    '12 $',
    '12 £',
    '- 5',
    '€',
    '1/2',
    'NaN',
    '٫',
  ])('refuses %s, never empty and never another sum', (typed) => {
    for (const locale of LOCALES) expect(readNumber(typed, locale, EUR).state).toBe('unreadable');
  });

  it('tells empty from unreadable', () => {
    for (const typed of ['', '  ', '\u00a0', '\u200f'])
      expect(readNumber(typed, 'fr', EUR)).toEqual({ state: 'empty' });
  });

  it('says which letter is in the way and what to write', () => {
    expect(readNumber('48O,00', 'fr', EUR)).toEqual({ state: 'unreadable', found: 'O', instead: 480 });
    expect(readNumber('l2', 'fr', EUR)).toEqual({ state: 'unreadable', found: 'l', instead: 12 });
    expect(readNumber('12 pommes', 'fr', EUR)).toEqual({ state: 'unreadable', found: 'pommes' });
    expect(readNumber('4Ox', 'fr', EUR)).toMatchObject({ state: 'unreadable' });
  });

  it('knows the decimals of each currency', () => {
    expect([decimalsOf('EUR'), decimalsOf('XOF'), decimalsOf('JPY'), decimalsOf('TND')]).toEqual([2, 0, 0, 3]);
    expect(readNumber('45 000', 'fr', XOF)).toEqual(read(45_000));
    expect(readNumber('45.000 F CFA', 'fr', XOF)).toEqual(read(45_000));
    expect(readNumber('45 000 FCFA', 'fr', XOF)).toEqual(read(45_000));
    expect(readNumber('45,000', 'en', XOF)).toEqual(read(45_000));
    expect(readNumber('45 000,00', 'fr', XOF)).toEqual(read(45_000));
    expect(readNumber('45 000,50', 'fr', XOF)).toEqual({ state: 'tooFine', values: [45_000, 45_001] });
    expect(readNumber('1,2345', 'fr', EUR)).toEqual({ state: 'tooFine', values: [1.23, 1.24] });
    expect(readNumber('1,200', 'fr', moneyKind('TND'))).toEqual(read(1.2));
    expect(readNumber('1,200', 'en', moneyKind('TND'))).toEqual(read(1200));
  });

  it('refuses what no price can be', () => {
    expect(readNumber('99999999999999', 'fr', EUR).state).toBe('outside');
    expect(readNumber('9'.repeat(40), 'fr', EUR).state).toBe('outside');
  });

  const currencies = fc.constantFrom('EUR', 'CHF', 'GBP', 'USD', 'XOF', 'XAF', 'MAD', 'JPY', 'TND', 'KWD', 'CLF');
  it('parses to itself whatever the field or the page prints, in every language and currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: PRICE_MAX }),
        currencies,
        fc.constantFrom(...LOCALES),
        (amount, currency, locale) => {
          const sum = { amount, currency };
          const kind = moneyKind(currency);
          for (const text of [
            printNumber(inUnits(sum), locale, kind.decimals, kind.decimals),
            printNumber(inUnits(sum), locale, kind.decimals),
            formatMoney(locale, sum),
            formatMoney(locale, sum, { round: true }),
          ]) {
            const got = readNumber(text, locale, kind);
            expect(got.state, text).toBe('read');
            if (got.state === 'read') expect(inMinorUnits(got.value, currency), text).toBe(amount);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes a reader’s own signs: a change of price, lower or higher', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.constantFrom(...LOCALES), (amount, locale) => {
        const kind = { ...EUR, signed: true };
        const sum = { amount, currency: 'EUR' };
        for (const text of [printNumber(inUnits(sum), locale, 2), formatMoney(locale, sum, { sign: true })])
          expect(readNumber(text, locale, kind), text).toEqual(read(amount / 100));
      }),
    );
  });

  it('never takes any text for empty, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LOCALES), (text, locale) => {
        const { state } = readNumber(text, locale, EUR);
        if (state === 'empty') expect(text.replace(/[\s\p{Cf}]/gu, '')).toBe('');
      }),
    );
  });
});

describe('measures as they are typed', () => {
  it.each([
    ['92', 92],
    ['92 cm', 92],
    ['92,5cm', 92.5],
    ['0,92 m', 92],
    ['1 m', 100],
    ['925 mm', 92.5],
    ['1m72', 172],
    ['1 m 05 cm', 105],
    ['70.5', 70.5],
    ['١٢', 12],
  ])('%s', (typed, value) => {
    for (const locale of LOCALES) expect(readNumber(typed, locale, CENTIMETRES)).toEqual(read(value));
  });

  it('asks where a decimal mark was left out, and refuses what no tape shows', () => {
    expect(readNumber('725', 'fr', CENTIMETRES)).toEqual({ state: 'outside', value: 725, tenth: 72.5 });
    expect(readNumber('0', 'fr', CENTIMETRES)).toEqual({ state: 'outside', value: 0 });
    expect(readNumber('92 kg', 'fr', CENTIMETRES)).toEqual({ state: 'unreadable', found: 'kg' });
    expect(readNumber('72,55', 'fr', CENTIMETRES)).toEqual({ state: 'tooFine', values: [72.5, 72.6] });
  });

  it('reads differences with any sign', () => {
    for (const typed of ['-1,5', '\u22121.5', '– 1,5', '-1,5 cm'])
      expect(readNumber(typed, 'fr', DELTA)).toEqual(read(-1.5));
    for (const typed of ['+2', '2', '+ 2 cm']) expect(readNumber(typed, 'fr', DELTA)).toEqual(read(2));
  });

  it('reads percentages, counts and quantities', () => {
    expect(readNumber('20 %', 'fr', PERCENT)).toEqual(read(20));
    expect(readNumber('5,5\u202f%', 'fr', PERCENT)).toEqual(read(5.5));
    expect(readNumber('4,20 m', 'fr', QUANTITY)).toEqual(read(4.2));
    expect(readNumber('2,5', 'fr', COUNT)).toEqual({ state: 'tooFine', values: [2, 3] });
    expect(readNumber('90 min', 'fr', HOURS)).toEqual(read(1.5));
  });

  it.each([
    ['90', 90],
    ['45 min', 45],
    ['2h', 120],
    ['2 h', 120],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1\u00a0h\u00a030', 90],
    ['1:30', 90],
    ['1,5 h', 90],
    ['2 hours', 120],
  ])('%s is a length of time', (typed, value) => {
    for (const locale of LOCALES) expect(readMinutes(typed, locale)).toEqual(read(value));
  });

  it('refuses what is no length of time', () => {
    for (const typed of ['demain', '1h75', '2j', 'h']) expect(readMinutes(typed, 'fr').state).toBe('unreadable');
    expect(readMinutes('0', 'fr', MINUTES).state).toBe('outside');
  });

  it('parses to itself whatever is printed of a measure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.constantFrom(...LOCALES), (tenths, locale) => {
        const value = tenths / 10;
        for (const text of [
          formatCentimetres(locale, value),
          formatNumber(locale, value),
          printNumber(value, locale, 1),
        ])
          expect(readNumber(text, locale, CENTIMETRES), text).toEqual(read(value));
      }),
    );
  });
});

describe('sums in words', () => {
  it.each([
    [0, 'zéro', 'zero'],
    [21, 'vingt et un', 'twenty-one'],
    [71, 'soixante et onze', 'seventy-one'],
    [80, 'quatre-vingts', 'eighty'],
    [81, 'quatre-vingt-un', 'eighty-one'],
    [99, 'quatre-vingt-dix-neuf', 'ninety-nine'],
    [200, 'deux cents', 'two hundred'],
    [201, 'deux cent un', 'two hundred and one'],
    [1000, 'mille', 'one thousand'],
    [1005, 'mille cinq', 'one thousand and five'],
    [1200, 'mille deux cents', 'one thousand two hundred'],
    [80_000, 'quatre-vingt mille', 'eighty thousand'],
    [1_000_000, 'un million', 'one million'],
    [2_300_000, 'deux millions trois cent mille', 'two million three hundred thousand'],
  ])('%d', (value, fr, en) => {
    expect([wordsOf(value, 'fr'), wordsOf(value, 'en')]).toEqual([fr, en]);
  });

  it.each([
    [{ amount: 120_000, currency: 'EUR' }, 'mille deux cents euros', 'one thousand two hundred euros'],
    [
      { amount: 120_050, currency: 'EUR' },
      'mille deux cents euros et cinquante centimes',
      'one thousand two hundred euros and fifty cents',
    ],
    [{ amount: 101, currency: 'EUR' }, 'un euro et un centime', 'one euro and one cent'],
    [{ amount: 50, currency: 'EUR' }, 'cinquante centimes', 'fifty cents'],
    [
      { amount: 45_000, currency: 'XOF' },
      'quarante-cinq mille francs CFA',
      'forty-five thousand West African CFA francs',
    ],
    [{ amount: 2100, currency: 'GBP' }, 'vingt et une livres sterling', 'twenty-one British pounds'],
    [{ amount: 100_000_000, currency: 'EUR' }, 'un million d’euros', 'one million euros'],
    [{ amount: -8500, currency: 'EUR' }, 'moins quatre-vingt-cinq euros', 'minus eighty-five euros'],
  ])('%o', (sum, fr, en) => {
    expect([moneyWords('fr', sum), moneyWords('en', sum)]).toEqual([fr, en]);
  });
});

describe('a number far from what is usual', () => {
  it('has a zero too much, or two', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e6, noNaN: true }),
        fc.double({ min: 0.75, max: 1.4, noNaN: true }),
        (usual, about) => {
          expect(isFarBeyond(usual * about, usual)).toBe(false);
          for (const times of [10, 100, -10]) expect(isFarBeyond(usual * about * times, usual)).toBe(true);
        },
      ),
    );
  });

  it('is nowhere where nothing is known to be usual', () => {
    for (const usual of [undefined, 0]) expect(isFarBeyond(1e9, usual)).toBe(false);
  });

  it.each([
    [725, 'sept mètres vingt-cinq', 'seven metres twenty-five'],
    [100, 'un mètre', 'one metre'],
    [2201, 'vingt-deux mètres un', 'twenty-two metres one'],
    [72.5, undefined, undefined],
    [725.5, undefined, undefined],
  ])('%d cm in words', (length, fr, en) =>
    expect([lengthWords('fr', length), lengthWords('en', length)]).toEqual([fr, en]),
  );

  it('names a currency without cents', () => {
    expect([currencyName('fr', 'XOF'), currencyName('fr', 'JPY'), currencyName('en', 'XAF')]).toEqual([
      'francs CFA',
      'yens japonais',
      'Central African CFA francs',
    ]);
  });
});
