/*
 * In the scripts of India a vowel may be drawn before the letter it is spoken after (« कि »), a letter over the next but one (« र्म »),
 * or one sign in two pieces round another (« ো »). A reader of PDFs copies glyph by glyph as they are drawn. So the text of a syllable
 * is given to its glyphs anew, in the order in which it was typed: the first glyph that is drawn stands for the first sign, and so on.
 */

/** Vowels that are drawn round their letter, and their two pieces (as Unicode takes them apart). */
const ROUND: Readonly<Record<string, string>> = {
  '\u09cb': '\u09c7\u09be',
  '\u09cc': '\u09c7\u09d7',
  '\u0bca': '\u0bc6\u0bbe',
  '\u0bcb': '\u0bc7\u0bbe',
  '\u0bcc': '\u0bc6\u0bd7',
};

/** A text in which such a vowel is a sign for each piece that is drawn. */
export const inPieces = (text: string): string =>
  text.replace(/[\u09cb\u09cc\u0bca-\u0bcc]/g, (vowel) => ROUND[vowel] ?? vowel);

type Features = Record<string, boolean> | string[] | undefined;
interface Glyph {
  /** Of the font; of one that stands for other signs than usual, with these signs. */
  id: number | string;
  codePoints: number[];
  advanceWidth: number;
}
interface Subset {
  glyphs: number[];
  includeGlyph(glyph: number | string): number;
}
/** What of fontkit's font a paper is set with. */
interface Font {
  layout(text: string, features?: Features, ...rest: unknown[]): { glyphs: Glyph[] };
  createSubset(): Subset;
}

/** Signs that bind the letter before them to the next: the viramas of Devanagari, Bengali and Tamil. */
const BINDING = '\u094d\u09cd\u0bcd';
/** A letter with what belongs to it: its marks, and what is bound to it. */
const SYLLABLE = new RegExp(
  `\\P{M}(?:\\p{M}|[\\u200c\\u200d]|(?<=[${BINDING}][\\u200c\\u200d]?)\\P{M})*|\\p{M}+`,
  'gsu',
);

/** A glyph more than there are signs: it stands for none, and to a reader of PDFs, which wants one, for what is not seen. */
class NoSign extends Array<number> {
  override *[Symbol.iterator](): ArrayIterator<number> {
    yield 0x2060;
  }
}

function standsFor(glyph: Glyph, signs: number[]): Glyph {
  const own = glyph.codePoints;
  if (signs.length > 0 && own.length === signs.length && signs.every((sign, at) => sign === own[at])) return glyph;
  return Object.create(glyph, {
    id: { value: `${String(glyph.id)} ${signs.join(' ')}` },
    codePoints: { value: signs.length > 0 ? signs : new NoSign() },
    // Read of the font by the id, which is not the font's any more.
    advanceWidth: { value: glyph.advanceWidth },
  }) as Glyph;
}

/** The glyphs of a syllable, each with its part of the text. */
function spoken(text: string, glyphs: readonly Glyph[]): Glyph[] {
  const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const drawn = glyphs.flatMap(({ codePoints }) => codePoints);
  // A letter in more pieces than signs: which piece it is stays as the font has it.
  if (glyphs.some(({ codePoints }) => codePoints.length === 0) && drawn.join() === signs.join())
    return glyphs.map((glyph) => standsFor(glyph, glyph.codePoints));
  const last = glyphs.length - 1;
  return glyphs.map((glyph, at) => standsFor(glyph, at < last ? signs.slice(at, at + 1) : signs.slice(at)));
}

/**
 * Sets a font of such a script so that what is copied out of a paper is what was typed. A glyph that stands for other signs than usual
 * is one more glyph of the font that goes into the paper, with the same drawing.
 */
export function setInSpokenOrder(given: object): void {
  const font = given as Font;
  const layout = font.layout.bind(font);
  font.layout = (text, features, ...rest) => {
    const run = layout(text, features, ...rest);
    const syllables = (text.match(SYLLABLE) ?? []).map((one) => ({
      text: one,
      glyphs: layout(one, features, ...rest).glyphs,
    }));
    const apart = syllables.flatMap(({ glyphs }) => glyphs);
    const same = apart.length === run.glyphs.length && apart.every(({ id }, at) => id === run.glyphs[at]?.id);
    // Where a neighbour changes how a syllable is drawn, all of the text is one.
    run.glyphs = same ? syllables.flatMap((one) => spoken(one.text, one.glyphs)) : spoken(text, run.glyphs);
    return run;
  };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const include = subset.includeGlyph.bind(subset);
    const places = new Map<string, number>();
    subset.includeGlyph = (id) => {
      if (typeof id === 'number') return include(id);
      const known = places.get(id);
      if (known !== undefined) return known;
      subset.glyphs.push(parseInt(id, 10));
      places.set(id, subset.glyphs.length - 1);
      return subset.glyphs.length - 1;
    };
    return subset;
  };
}
