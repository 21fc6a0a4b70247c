import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '@/lib/pdf/pieces';

const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen';

describe('the pieces of a word', () => {
  it.each([
    'Razafindrakoto',
    'Łukasiewicz-Nguyễn',
    '1\u00a0450\u00a0000,00\u00a0€',
    '99\u00a0999\u00a0999\u00a0999,99\u00a0€',
    ' ',
    'فاطمة',
  ])('%s is one', (word) => expect(piecesOf(word)).toEqual([word]));

  it('are many where no column holds it, each with a place for the end of a line, never at its very ends', () => {
    const pieces = piecesOf(LONG);
    expect(pieces.length).toBeGreaterThan(60);
    expect([pieces[0], pieces.at(-1)]).toEqual(['Wol', 'sen']);
    expect(piecesOf('王小明')).toEqual(['王', '', '小', '', '明']);
    expect(piecesOf('ドレス。')).toEqual(['ド', '', 'レ', '', 'ス。']);
    expect(piecesOf('スーツABC型')).toEqual(['スー', '', 'ツ', '', 'ABC', '', '型']);
  });

  it('make the word again, whatever it is, and take no sign from its letter', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(word, (typed) => {
        const pieces = piecesOf(typed);
        expect(pieces.join('')).toBe(typed);
        for (const piece of pieces.slice(1)) expect(/^\p{M}/u.test(piece)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
