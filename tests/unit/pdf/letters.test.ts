import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLettersFor, runsOf } from '@/lib/pdf/letters';

const BOX = '□';
/** A name, and the family that its letters are borrowed from. */
const NAMES = [
  ['Éléonore Łukasiewicz-Nguyễn', undefined],
  ['Елена Петрова', 'noto-sans cyrillic'],
  ['Ελένη Παπαδοπούλου', 'noto-sans greek'],
  ['فاطمة بن علي', 'ibm-plex-sans-arabic arabic'],
  ['שרה כהן', 'noto-sans-hebrew hebrew'],
  ['प्रिया शर्मा', 'noto-sans devanagari'],
  ['রিনা', 'noto-sans-bengali bengali'],
  ['பிரியா', 'noto-sans-tamil tamil'],
  ['สมหญิง ใจดี', 'noto-sans-thai thai'],
  ['ሰላም አበበ', 'noto-sans-ethiopic ethiopic'],
  ['Անի Սարգսյան', 'noto-sans-armenian armenian'],
  ['ნინო', 'noto-sans-georgian georgian'],
  ['王小明', 'han'],
  ['さくら カナ', 'han'],
] as const;

describe('letters on paper', () => {
  beforeAll(() => loadLettersFor({ names: NAMES, signs: ['≥ ≤ № 👗 김민지', BOX] }), 60_000);

  it.each(NAMES)('%s is printed in letters of %s', (name, family) => {
    const runs = runsOf(name);
    expect(runs.map(({ text }) => text).join('')).toBe(name);
    expect(new Set(runs.filter(({ text }) => text.trim()).map((run) => run.family))).toEqual(new Set([family]));
  });

  it('a sign among Latin words is borrowed alone', () => {
    expect(runsOf('Soie ≥ 140 cm')).toEqual([
      { text: 'Soie ', family: undefined },
      { text: '≥', family: 'noto-sans-math latin' },
      { text: ' 140 cm', family: undefined },
    ]);
    const [dress, space, ...name] = runsOf('👗 김민지');
    expect([dress?.text, space?.text]).toEqual(['👗', ' ']);
    // The syllables of Hangul lie in many files.
    expect(name.map(({ text }) => text).join('')).toBe('김민지');
    for (const { family } of name) expect(family).toMatch(/^gowun-dodum /);
  });

  it.each([
    ['Ourlet\u202f: 5\u202fcm', 'Ourlet\u00a0: 5\u00a0cm'],
    ['Zoe\u0301 He\u0301le\u0300ne', 'Zoé Hélène'],
    ['non\u2011tissé', 'non-tissé'],
    ['a\u200bb\u202ec\ufe0f', 'abc'],
    ['a\u3000b\u1680c\u2028d\u0085e', 'a b c d e'],
  ])('%j is printed %j', (typed, printed) => {
    expect(runsOf(typed)).toEqual([{ text: printed, family: undefined }]);
  });

  it('what nobody has is an honest box, one for each letter', () => {
    expect(
      runsOf('\u{10fffd}\u{10fffc}')
        .map(({ text }) => text)
        .join(''),
    ).toBe(BOX + BOX);
  });

  it('a mark that its font cannot set costs no paper: it is a box', async () => {
    await loadLettersFor(['ب\u08f4', BOX]);
    expect(
      runsOf('ب\u08f4')
        .map(({ text }) => text)
        .join(''),
    ).toBe(`ب${BOX}`);
  });

  it('no letter is lost or becomes another: what is printed is the text, or boxes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const composed = text.normalize('NFC');
        const printed = runsOf(text)
          .map((run) => run.text)
          .join('');
        const rest = [...composed.replace(/[\p{Cf}\u{fe00}-\u{fe0f}]/gu, '').replace(/[\u2010\u2011]/g, '-')].filter(
          (sign) => sign.trim() !== '',
        );
        const out = [...printed.normalize('NFC').replace(/\p{Cf}/gu, '')].filter((sign) => sign.trim() !== '');
        expect(out).toHaveLength(rest.length);
        out.forEach((sign, index) => expect([rest[index], BOX]).toContain(sign));
      }),
    );
  });
});
