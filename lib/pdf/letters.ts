import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { loadFonts, SANS, SERIF } from './fonts';
import { inPieces, setInSpokenOrder } from './spoken-order';

/*
 * People are named in every script. The house's own two families have Latin letters; for others a paper borrows from Noto
 * (and Gowun Dodum for Hangul), one file for each part of a script, loaded when the first such letter is to be printed.
 */

const PACKAGES = join(process.cwd(), 'node_modules');
/** In the order in which they are asked for a letter. */
const BORROWED = [
  'noto-sans',
  'ibm-plex-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-ethiopic',
  'noto-sans-thai',
  'noto-sans-armenian',
  'noto-sans-georgian',
  'noto-sans-bengali',
  'noto-sans-tamil',
  'noto-sans-math',
  'noto-sans-symbols',
  'noto-sans-symbols-2',
  'gowun-dodum',
  'noto-emoji',
];
/** Han and kana in one file, so without a list of its parts: CJK radicals to unified ideographs, compatibility, full width. */
const HAN = join(PACKAGES, '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');
const HAN_RANGES = 'U+2E80-31FF,U+3200-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF';

/** Some are drawn in one weight only. */
const WEIGHTS = [400, 600];

/** Printed for a letter that no font has: an honest box. */
const BOX = 0x25a1;
/** A file with more letters than this is met letter by letter only as they come. */
const MANY = 5_000;

/** Presentation forms: two letters in one (« ﬁ », « ﬗ »), or an Arabic one as it stands at one place of a word. Nobody types them. */
const isOldShape = (code: number): boolean => (code >= 0xfb00 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefe);

interface Borrowed {
  family: string;
  ranges: [number, number][];
  /** The file of each weight there is. */
  files: [weight: number, path: string][];
  letters?: ReadonlySet<number>;
}

function rangesOf(list: string): [number, number][] {
  return list.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });
}

let shelf: Borrowed[] | undefined;

/** What may be borrowed, read from the packages' own lists. */
function borrowed(): Borrowed[] {
  shelf ??= [
    ...BORROWED.flatMap((name) => {
      const parts = JSON.parse(readFileSync(join(PACKAGES, '@fontsource', name, 'unicode.json'), 'utf8')) as Record<
        string,
        string
      >;
      return Object.entries(parts).map(([part, list]): Borrowed => {
        const subset = part.replace(/[[\]]/g, '');
        return {
          family: `${name} ${subset}`,
          // The one file of the mathematical signs is listed as Latin only.
          ranges: rangesOf(name === 'noto-sans-math' ? 'U+2000-2BFF' : list),
          files: WEIGHTS.map((weight): [number, string] => [
            weight,
            join(PACKAGES, '@fontsource', name, 'files', `${name}-${subset}-${weight}-normal.woff`),
          ]).filter(([, path]) => existsSync(path)),
        };
      });
    }),
    { family: 'han', ranges: rangesOf(HAN_RANGES), files: [[400, HAN]] },
  ];
  return shelf;
}

async function load(one: Borrowed): Promise<ReadonlySet<number>> {
  if (one.letters) return one.letters;
  Font.register({
    family: one.family,
    // None of them has an italic; a name in a title stands upright.
    fonts: one.files.flatMap(([fontWeight, src]) =>
      (['normal', 'italic'] as const).map((fontStyle) => ({ src, fontWeight, fontStyle })),
    ),
  });
  one.letters = await lettersOf(one.family);
  setForCopying(one.family);
  return one.letters;
}

type Features = Record<string, boolean> | string[] | undefined;
interface Glyph {
  codePoints: number[];
}
/** The two doors of fontkit's font that every glyph of a paper comes through. */
interface Settable {
  getGlyph(id: number, codePoints?: number[]): Glyph;
  layout(text: string, features?: Features, ...rest: unknown[]): { glyphs: Glyph[] };
}

/** Families of scripts that are drawn in another order than they are spoken. */
const DRAWN_OTHERWISE = /devanagari|bengali|tamil/;

/**
 * Sets a borrowed family so that what is copied out of a paper is what was typed. fontkit remembers a glyph that it first met as a part of
 * another (« س » in « ش ») without its letter, which then was missing from every later paper. A reader of PDFs turns a line that runs from
 * right to left round sign by sign, so what stands in one ligature (« لا ») is given the other way round. And Noto takes « ṣ » apart
 * into a letter and a dot, which would be copied as two dots.
 */
function setForCopying(family: string): void {
  const rightToLeft = family.startsWith('ibm-plex-sans-arabic');
  for (const { data } of Font.getRegisteredFonts()[family]?.sources ?? []) {
    if (!data || !('layout' in data)) continue;
    if (DRAWN_OTHERWISE.test(family)) setInSpokenOrder(data);
    const font = data as unknown as Settable;
    const getGlyph = font.getGlyph.bind(font);
    font.getGlyph = (id, codePoints = []) => {
      const glyph = getGlyph(id, codePoints);
      if (glyph.codePoints.length === 0 || (rightToLeft && codePoints.length > 1))
        glyph.codePoints = rightToLeft ? codePoints.toReversed() : codePoints;
      return glyph;
    };
    if (!family.startsWith('noto-sans latin')) continue;
    const layout = font.layout.bind(font);
    font.layout = (text, features, ...rest) => {
      const asked = Array.isArray(features) ? Object.fromEntries(features.map((one) => [one, true])) : features;
      return layout(text, { ...asked, ccmp: false }, ...rest);
    };
  }
}

/** Loads every file of a registered family; the letters that all of them have. */
async function lettersOf(family: string): Promise<ReadonlySet<number>> {
  let letters: Set<number> | undefined;
  for (const source of Font.getRegisteredFonts()[family]?.sources ?? []) {
    await source.load();
    const { data } = source;
    if (!data || !('characterSet' in data)) continue;
    const own = new Set<number>(data.characterSet);
    // See loadFonts: a letter is met on its own before it is met inside another.
    // But not in its old shapes, or words would be copied out in those.
    if (own.size < MANY)
      for (const code of own) {
        if (isOldShape(code)) continue;
        data.glyphForCodePoint(code);
        // A mark that the font cannot set would cost the whole paper: it becomes a box.
        const letter = String.fromCodePoint(code);
        if (/^(?=\p{M})\p{Script=Arabic}/u.test(letter))
          try {
            data.layout(`ـ${letter}ـ`);
          } catch {
            own.delete(code);
          }
      }
    letters = letters ? new Set([...letters].filter((code) => own.has(code))) : own;
  }
  return letters ?? new Set();
}

const lettersOfAll = async (families: readonly string[]): Promise<Set<number>> =>
  new Set((await Promise.all(families.map(lettersOf))).flatMap((letters) => [...letters]));

let base: ReadonlySet<number> | undefined;
/** The family that a letter is borrowed from; `null` where nobody has it. */
const homes = new Map<number, string | null>();
const lettersIn = (family: string): ReadonlySet<number> =>
  borrowed().find((one) => one.family === family)?.letters ?? new Set();

/** Signs that steer others and are never seen: direction marks, variation selectors, joiners, tags. */
const steers = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  (code >= 0xe0000 && code <= 0xe01ef);
const joins = (code: number): boolean => code === 0x200c || code === 0x200d;

/**
 * As it is printed: composed (NFC), but for vowels that are drawn round their letter, a sign for each piece; every space as the ones the
 * fonts have, unbroken hyphens as hyphens.
 */
const printable = (text: string): string =>
  inPieces(text.normalize('NFC'))
    .replace(/\u202f/g, '\u00a0')
    .replace(/[\v\f\u0085\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    for (const one of Object.values(value)) yield* textsIn(one);
}

/**
 * Loads the fonts that the texts anywhere inside a value need, before they are printed.
 * @param value plain objects and lists, as the papers' props are; what is neither is passed over
 */
export async function loadLettersFor(value: unknown): Promise<void> {
  await loadFonts();
  if (!base) {
    // A text does not know in which of the two it will stand: what both have.
    const serif = await lettersOfAll(SERIF);
    base = new Set([...(await lettersOfAll(SANS))].filter((code) => serif.has(code)));
  }
  const own = base;
  const missing = new Set<number>();
  for (const text of textsIn(value))
    for (const sign of printable(text)) {
      const code = sign.codePointAt(0) ?? 0;
      if (code >= 0x20 && !own.has(code) && !steers(code) && !homes.has(code)) missing.add(code);
    }
  if (missing.size > 0 && !homes.has(BOX)) missing.add(BOX);
  for (const code of missing) {
    let home: string | null = null;
    for (const one of borrowed()) {
      if (!one.ranges.some(([from, to]) => code >= from && code <= to)) continue;
      if (!(await load(one)).has(code)) continue;
      home = one.family;
      break;
    }
    homes.set(code, home);
  }
}

/** A piece of a text, and the family it is borrowed from; without one it is in the house's own. */
export interface Run {
  text: string;
  family?: string;
}

const box = (): Run => ({ text: String.fromCodePoint(BOX), family: homes.get(BOX) ?? undefined });

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One cluster of signs; `undefined` where no font has all of it together. */
function runOf(cluster: string): Run | undefined {
  const codes = [...cluster].map((sign) => sign.codePointAt(0) ?? 0);
  const seen = codes.filter((code) => !steers(code));
  if (seen.length === 0) return { text: '', family: undefined };
  if (seen.every((code) => code < 0x20 || base?.has(code)))
    return { text: String.fromCodePoint(...seen), family: undefined };
  for (const code of seen) {
    const family = homes.get(code);
    if (!family) continue;
    const letters = lettersIn(family);
    if (seen.every((one) => letters.has(one)))
      return {
        text: String.fromCodePoint(...codes.filter((one) => !steers(one) || (joins(one) && letters.has(one)))),
        family,
      };
  }
  if (seen.length > 1) return undefined;
  return box();
}

/**
 * A text cut into what is printed in the house's letters and what is borrowed. Its letters must have been loaded
 * (`loadLettersFor`); what nobody has comes out as boxes.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const add = ({ text: piece, family }: Run) => {
    if (piece === '') return;
    const [between, before] = [runs.at(-1), runs.at(-2)];
    if (between && between.family === family) between.text += piece;
    // A space between two borrowed words is theirs, so that the words are set as one.
    else if (family && before?.family === family && between?.text === ' ' && lettersIn(family).has(0x20)) {
      before.text += ` ${piece}`;
      runs.pop();
    } else runs.push({ text: piece, family });
  };
  for (const { segment } of clusters.segment(printable(text))) {
    const run = runOf(segment);
    if (run) add(run);
    // Each sign for itself, and a box for what nobody has.
    else for (const sign of segment) add(runOf(sign) ?? box());
  }
  return runs;
}
