/**
 * How text is compared, searched and sorted: one folding for the whole product, in the browser and on the server.
 * Everything that is stored folded goes through here, so a change of the folding asks for a new backfill.
 */

/** Letters that Unicode does not take apart, as people write them on a keyboard that lacks them. */
const SPELLED: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
  // Letters of the African reference alphabet, and Greek and Arabic letters that change with their place.
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ɲ: 'n',
  ƙ: 'k',
  ƴ: 'y',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
};
const SPELLED_LETTER = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g');

// Marks that people leave out: accents of Latin, Greek and Cyrillic, points of Hebrew, vowels of Arabic. The vowel signs
// of the Indian and Thai scripts are marks too, but a name is another name without them.
const ACCENT =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const APOSTROPHE = /[`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07]/g;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
// Invisible characters (soft hyphen, joiners, byte order mark, directions), the Arabic stroke, halves of a pair.
const UNSEEN = /[\p{Cf}\p{Cs}\u0640]/gu;

/** An e-mail address as it is kept and compared: nothing around it, and in small letters. */
export const emailKey = (typed: string): string => typed.trim().toLowerCase();

/**
 * Folds a text for comparison: no accents, no capitals, no ligatures, letters of other alphabets as one types them (œ æ ł ø
 * ß đ ı), one kind of apostrophe and of dash, no invisible characters, single spaces. Folding twice changes nothing.
 */
export const foldText = (text: string): string =>
  text
    .replace(APOSTROPHE, "'")
    .normalize('NFKD')
    .replace(ACCENT, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENT, '')
    .replace(SPELLED_LETTER, (letter) => SPELLED[letter] ?? letter)
    .replace(APOSTROPHE, "'")
    .replace(DASH, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/**
 * The folded words of a text, in their order: what stands between spaces, apostrophes, hyphens and other signs. Chinese
 * characters are words of their own, since nothing stands between them.
 */
export const foldedWords = (text: string): string[] =>
  foldText(text)
    .replace(/\p{Script=Han}/gu, ' $& ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);

/** A text as part of a regular expression that stands for nothing but itself. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether every word of `query` stands in `text`, in any order; for lists that are searched where they are shown. */
export function containsWords(text: string, query: string): boolean {
  const words = foldedWords(text);
  const whole = words.join('');
  return foldedWords(query).every((word) => words.some((one) => one.includes(word)) || whole.includes(word));
}

/** What of a text every old program can read: its letters without accents, and nothing that is not ASCII. */
export const asciiOf = (text: string): string => text.normalize('NFD').replace(/[^\x20-\x7e]/g, '');
