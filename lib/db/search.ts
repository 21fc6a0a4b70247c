import type { Collection, Document, Filter, ObjectId } from 'mongodb';
import { joinPhones } from '../phone';
import { escapePattern, foldedWords, foldText } from '../text';

/**
 * What a document is searched by. An index finds candidates by `search`, short pieces of its words (docs/search.md);
 * `searchText`, the folded words themselves, then decides.
 */
export interface SearchFields {
  search: string[];
  searchText: string;
}

/**
 * How much of a word finds it. `anywhere`: any three letters of it in a row, and its first one or two; for names and
 * titles. `beginnings`: its first three; for prose, where ten times as many pieces would be stored for little.
 */
export type Depth = 'anywhere' | 'beginnings';

const PIECE = 3;
const LONGEST_WORD = 40;
const MOST_WORDS = 8;
/** Below four letters another letter makes another word; above twenty nobody types by hand. */
const NEAR = { from: 4, to: 20 };

/** Letters from the most to the least frequent in French words and names. */
const FREQUENT = 'eaisnrtoludcmpgbvhfyqjxzkw';
const rarityOf = (piece: string): number =>
  [...piece].reduce((sum, letter) => sum + (FREQUENT.includes(letter) ? FREQUENT.indexOf(letter) : 12), 0);

const lettersOf = (word: string): string[] => Array.from(word).slice(0, LONGEST_WORD);

const trigramsOf = (letters: readonly string[]): string[] =>
  letters.slice(PIECE - 1).map((_, at) => letters.slice(at, at + PIECE).join(''));

/** What is written with an apostrophe or a hyphen is also looked for without: « obrien », « jeanpaul ». */
const joinedWords = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}\p{M}'-]+/u)
    .filter((word) => /[\p{L}\p{N}]['-][\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(/['-]/g, ''));

/** The fields to store beside a text, at every write of it. Parts are kept apart: no word spans two of them. */
export function searchFieldsOf(parts: readonly (string | null | undefined)[], depth: Depth = 'anywhere'): SearchFields {
  const text = parts.filter(Boolean).join('\n');
  const words = [...new Set([...foldedWords(text), ...joinedWords(text)])];
  const pieces = words.flatMap((word) => {
    const letters = lettersOf(word);
    if (depth === 'beginnings') return [letters.slice(0, PIECE).join('')];
    return [letters.slice(0, 1).join(''), letters.slice(0, 2).join(''), ...trigramsOf(letters)];
  });
  return { search: [...new Set(pieces)], searchText: ` ${words.join(' ')} ` };
}

/** « - », « & » and « … » part words; a run of other signs, as in `.*(`, was meant, and no document holds it. */
const signsIn = (query: string): string[] =>
  foldText(query)
    .split(' ')
    .filter((part) => /^[^\p{L}\p{N}\p{M}]+$/u.test(part) && !/^(.)\1*$/u.test(part));

/** The words of a query, folded, and eight at most; the number of a telephone is one word. */
export const queryWords = (query: string): string[] =>
  [...new Set([...foldedWords(joinPhones(query)), ...signsIn(query)])]
    .slice(0, MOST_WORDS)
    .map((word) => lettersOf(word).join(''));

/** What a query without words finds: everything where nothing visible was written, nothing where only signs were. */
export const withoutWords = (query: string): { _id?: { $in: ObjectId[] } } =>
  foldText(query) === '' ? {} : { _id: { $in: [] } };

/** What one word asks of a document: one of these pieces, and this pattern in its words. */
interface Condition {
  pieces: string[];
  pattern: string;
}

/** The word, as the beginning of one; from three letters on also inside one, where such pieces are kept. */
function holding(word: string, depth: Depth): Condition {
  const letters = lettersOf(word);
  if (depth === 'beginnings' || letters.length < PIECE)
    return { pieces: [letters.slice(0, PIECE).join('')], pattern: ` ${escapePattern(word)}` };
  // The rarest piece has the fewest candidates; of equal ones (digits) the last, since numbers begin alike.
  const rarest = trigramsOf(letters).reduce((best, one) => (rarityOf(one) >= rarityOf(best) ? one : best));
  return { pieces: [rarest], pattern: escapePattern(word) };
}

/**
 * The beginning of a word with at most one letter wrong, missing, too many, or two changed about. Wherever the slip is,
 * it leaves the first or the last piece whole (but for the first two of four letters changed about).
 */
function nearly(word: string, depth: Depth): Condition {
  const letters = lettersOf(word);
  const count = letters.length;
  if (count < NEAR.from || count > NEAR.to) return holding(word, depth);
  const part = (from: number, to?: number) => escapePattern(letters.slice(from, to).join(''));
  const slips = letters.flatMap((letter, at) => [
    `${part(0, at)}[^ ]?${part(at + 1)}`,
    `${part(0, at)}[^ ]${part(at)}`,
    ...(at + 1 < count
      ? [`${part(0, at)}${escapePattern(letters[at + 1] ?? '')}${escapePattern(letter)}${part(at + 2)}`]
      : []),
  ]);
  const start = letters.slice(0, count <= 5 ? 1 : count === 6 ? 2 : PIECE).join('');
  const end = letters.slice(-PIECE).join('');
  const pieces = depth === 'beginnings' ? [letters.slice(0, PIECE).join('')] : [start, end];
  return { pieces, pattern: ` (?:${[...new Set(slips)].join('|')})` };
}

/** How a query is read: word for word, or forgiving one slip in each word. */
export type Reading = typeof holding;
export const READINGS: readonly Reading[] = [holding, nearly];

/** The filter of one word. */
export const wordFilter = (word: string, reading: Reading, depth: Depth = 'anywhere'): Filter<SearchFields> => {
  const { pieces, pattern } = reading(word, depth);
  const [piece = '', ...others] = pieces;
  return { search: others.length === 0 ? piece : { $in: pieces }, searchText: { $regex: pattern } };
};

/** The same of a text that is not stored so: a short list, read whole. */
export const holdsWord = (text: string, word: string, reading: Reading): boolean =>
  new RegExp(reading(word, 'anywhere').pattern).test(searchFieldsOf([text]).searchText);

/** Words with the one first that leads to the fewest documents, as far as its letters tell: the index is walked by it. */
export const rarestFirst = (words: readonly string[]): string[] =>
  [...words].sort((a, b) => Math.min(8, b.length) * 100 + rarityOf(b) - (Math.min(8, a.length) * 100 + rarityOf(a)));

/** The filter of all words, read one way. The first condition is the one the index is walked by. */
export function wordsFilter(
  words: readonly string[],
  reading: Reading,
  depth: Depth = 'anywhere',
): Filter<SearchFields> {
  return { $and: rarestFirst(words).map((word) => wordFilter(word, reading, depth)) };
}

/**
 * The filter of a query over a collection: what holds every word; where nothing in `scope` does, what holds them with one
 * slip each.
 */
export async function searchFilter<T extends Document & SearchFields>(
  collection: Collection<T>,
  scope: Filter<T>,
  query: string | undefined,
  depth: Depth = 'anywhere',
): Promise<Filter<T>> {
  const words = queryWords(query ?? '');
  if (words.length === 0) return withoutWords(query ?? '') as Filter<T>;
  const [exact, near] = READINGS.map((reading) => wordsFilter(words, reading, depth) as Filter<T>);
  if (!exact || !near || !words.some((word) => word.length >= NEAR.from)) return exact ?? {};
  const found = await collection.findOne({ $and: [scope, exact] } as Filter<T>, { projection: { _id: 1 } });
  return found ? exact : near;
}
