import { describe, expect, it } from 'vitest';
import { chromeOf } from '@/components/layout/chrome-of';
import { isCurrent } from '@/components/layout/is-current';
import { openingLines } from '@/lib/house/opening-rows';
import { type Entry, highlight, matching } from '@/components/layout/palette-entries';
import { localised, unlocalised } from '@/lib/i18n/href';

describe('addresses and languages', () => {
  it.each([
    ['/', 'fr', '/fr'],
    ['/models', 'en', '/en/models'],
    ['/?q=soie', 'fr', '/fr?q=soie'],
    ['/#main', 'fr', '/fr#main'],
    ['#main', 'fr', '#main'],
    ['https://example.org/', 'fr', 'https://example.org/'],
    ['//example.org', 'fr', '//example.org'],
    ['mailto:maison@example.org', 'en', 'mailto:maison@example.org'],
    ['/api/orders/1/quote.pdf', 'en', '/api/orders/1/quote.pdf'],
  ] as const)('puts the language before %s', (href, locale, expected) => {
    expect(localised(href, locale)).toBe(expected);
  });

  it('prints a query, leaving out what is not there', () => {
    const href = {
      pathname: '/models',
      query: { q: 'soie & lin', colour: ['blue', 'green'], none: undefined },
      hash: 'a',
    };
    expect(localised(href, 'fr')).toBe('/fr/models?q=soie+%26+lin&colour=blue&colour=green#a');
  });

  it.each([
    ['/fr', '/'],
    ['/en/models', '/models'],
    ['/french', '/french'],
    ['/fr/fr', '/fr'],
  ])('takes the language off %s', (pathname, expected) => {
    expect(unlocalised(pathname)).toBe(expected);
  });
});

describe('what surrounds a page', () => {
  it.each([
    ['/account', { frame: true, bar: true, footer: true, narrow: false, voice: false }],
    ['/account/orders/new', { frame: false, bar: false, footer: false, narrow: false, voice: false }],
    ['/account/messages', { frame: true, bar: true, footer: false, narrow: true, voice: false }],
    ['/account/messages/new', { frame: true, bar: false, footer: false, narrow: true, voice: false }],
    ['/account/messages/64b', { frame: true, bar: false, footer: false, narrow: true, voice: true }],
    ['/atelier', { frame: true, bar: true, footer: false, narrow: false, voice: false }],
    ['/atelier/first-steps', { frame: false, bar: false, footer: false, narrow: false, voice: false }],
    ['/atelier/messages/64b', { frame: true, bar: false, footer: false, narrow: true, voice: true }],
  ])('%s', (pathname, expected) => {
    expect(chromeOf(pathname)).toEqual(expected);
  });

  it('knows the current entry, itself or a page below it', () => {
    expect(isCurrent('/atelier/orders/1', '/atelier/orders')).toBe(true);
    expect(isCurrent('/atelier/orders', '/atelier', true)).toBe(false);
    expect(isCurrent('/atelier/ordersheet', '/atelier/orders')).toBe(false);
  });
});

describe('opening hours in words', () => {
  const day = [{ from: '09:00', to: '19:00' }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: [] };

  it('joins neighbouring days and leaves closed ones out', () => {
    expect(openingLines(week, 'fr')).toEqual(['Lundi au samedi, 9\u00a0h\u00a0– 19\u00a0h']);
    expect(openingLines(week, 'en')).toEqual(['Monday to Saturday, 9\u00a0am\u00a0– 7\u00a0pm']);
  });

  it('keeps days with other hours apart', () => {
    const short = [
      { from: '09:30', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ];
    expect(openingLines({ ...week, saturday: short }, 'fr')).toEqual([
      'Lundi au vendredi, 9\u00a0h\u00a0– 19\u00a0h',
      'Samedi, 9\u00a0h\u00a030\u00a0– 12\u00a0h, 14\u00a0h\u00a0– 17\u00a0h',
    ]);
  });

  it('says nothing when always closed', () => {
    const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    expect(openingLines(closed, 'fr')).toEqual([]);
  });
});

describe('the palette', () => {
  const entries: Entry[] = [
    { id: '1', group: 'clients', label: 'Éléonore Petit' },
    { id: '2', group: 'clients', label: 'Awa Diallo' },
  ];

  it('finds without accents, words in any order', () => {
    expect(matching(entries, 'petit eleo').map((one) => one.id)).toEqual(['1']);
    expect(matching(entries, '').length).toBe(2);
    expect(matching(entries, 'zz')).toEqual([]);
  });

  it('marks what was typed and loses no letter', () => {
    expect(highlight('Éléonore Petit', 'eleo')).toEqual([
      { text: 'Éléo', match: true },
      { text: 'nore Petit', match: false },
    ]);
    for (const typed of ['', 'x', 'Diallo', 'œ'])
      expect(
        highlight('Awa Diallo', typed)
          .map((part) => part.text)
          .join(''),
      ).toBe('Awa Diallo');
  });
});
