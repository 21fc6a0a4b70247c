import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Depth, queryWords, type Reading, READINGS, searchFieldsOf } from '@/lib/db/search';

const [holding, nearly] = READINGS as [Reading, Reading];

/** What the database does with the filter of one word. */
const finds = (text: string, word: string, reading: Reading, depth: Depth = 'anywhere'): boolean => {
  const stored = searchFieldsOf([text], depth);
  const { pieces, pattern } = reading(word, depth);
  return pieces.some((piece) => stored.search.includes(piece)) && new RegExp(pattern).test(stored.searchText);
};
const findsAll = (text: string, query: string, reading: Reading = holding, depth: Depth = 'anywhere') =>
  queryWords(query).every((word) => finds(text, word, reading, depth));

describe('word for word', () => {
  it.each([
    ['Lætitia', 'laetitia'],
    ['Cœur', 'coeur'],
    ['Łukasz Nowak', 'lukasz'],
    ['Søren', 'soren'],
    ['Weiß', 'weiss'],
    ['Đặng', 'dang'],
    ['O’Brien', "o'brien"],
    ['O’Brien', 'obrien'],
    ["D'Arc", 'd’arc'],
    ['Robe d’été', "d'ete"],
    ['Robe d’été', 'été'],
    ['Jean-Paul', 'jeanpaul'],
    ['Jean-Paul', 'paul jean'],
    ['FF-2026-0001', 'FF-2026-0001'],
    ['FF-2026-0001', '0001'],
    ['Gaby', 'aby'],
    ['王小明', '小明'],
    ['Diallo', 'd'],
  ])('%s is found by %s', (text, query) => expect(findsAll(text, query)).toBe(true));

  it.each([
    ['Awa Diallo', 'awa ndiaye'],
    ['abc', 'a.c'],
    ['Diallo', 'l'],
  ])('%s is not found by %s', (text, query) => expect(findsAll(text, query)).toBe(false));

  it('every part of three letters or more of any word finds it, and every beginning', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdéœłß9ل王'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, from, length) => {
        const text = words.join(' ');
        for (const one of queryWords(text)) {
          const letters = Array.from(one);
          const start = from % letters.length;
          const part = letters.slice(start, start + 3 + (length % 5));
          expect(finds(text, letters.slice(0, 1 + (length % letters.length)).join(''), holding)).toBe(true);
          if (part.length >= 3) expect(finds(text, part.join(''), holding)).toBe(true);
        }
      }),
    );
  });
});

describe('with a slip', () => {
  it.each([
    ['Ndiaye', 'ndiaie'],
    ['Ndiaye', 'ndaye'],
    ['Ndiaye', 'ndiayye'],
    ['Ndiaye', 'diaye'],
    ['Ndiaye', 'mdiaye'],
    ['Fatou', 'fattou'],
    ['Fatou', 'vatou'],
    ['Fatou', 'fotou'],
    ['Diop', 'diob'],
    ['Diop', 'doip'],
    ['Marie', 'mraie'],
  ])('%s is found by %s', (text, query) => expect(findsAll(text, query, nearly)).toBe(true));

  it('any one letter changed, left out or added in a word of four letters or more', () => {
    const letter = fc.constantFrom(...'abcdefgh');
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 5, maxLength: 12 }),
        fc.nat(),
        letter,
        fc.constantFrom('change', 'leave', 'add'),
        (letters, place, other, slip) => {
          const at = place % letters.length;
          const typed = letters.toSpliced(at, slip === 'add' ? 0 : 1, ...(slip === 'leave' ? [] : [other]));
          expect(finds(letters.join(''), typed.join(''), nearly)).toBe(true);
        },
      ),
    );
  });

  it('two are too many', () => expect(findsAll('Ndiaye', 'ndoaie', nearly)).toBe(false));
});

it('prose is found by the beginnings of its words', () => {
  const text = 'Une robe rebrodée, d’après l’épaule';
  expect(findsAll(text, 'épau rebr', holding, 'beginnings')).toBe(true);
  expect(findsAll(text, 'rebrodie', nearly, 'beginnings')).toBe(true);
  expect(findsAll(text, 'brod', holding, 'beginnings')).toBe(false);
});

it('no query makes a pattern that cannot be read', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => {
      const query = String.fromCharCode(...units);
      for (const word of queryWords(query))
        for (const reading of READINGS) expect(() => new RegExp(reading(word, 'anywhere').pattern)).not.toThrow();
    }),
  );
});
