/** A word longer than this may not find room in a column. */
const LONG = 20;
/** So many letters stay together at either end of a word that is broken. */
const KEPT = 3;

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Written without spaces: a line may end after any sign. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Never at the beginning of a line. */
const CLOSING = /^[、。，．・：；？！」』）〉》】ー々ๆฯ\p{M}\p{P}]/u;

/**
 * The pieces of a word between which a line may end. Words are not cut, a name or a sum must be read whole, but for one that is longer than
 * a column, and for scripts without spaces. An empty piece is such a place: react-pdf takes it for a space of no width, so that nothing is
 * printed there and what is copied is what was typed.
 */
export function piecesOf(word: string): string[] {
  const unspaced = UNSPACED.test(word);
  if (!unspaced && (word.length <= LONG || /^[\p{N}\p{P}\p{S}\s]+$/u.test(word))) return [word];
  const letters = Array.from(clusters.segment(word), ({ segment }) => segment);
  const kept = unspaced ? 1 : KEPT;
  return letters.reduce<string[]>((pieces, letter, at) => {
    const before = pieces.at(-1);
    const breaks =
      before !== undefined &&
      at >= kept &&
      at <= letters.length - kept &&
      !CLOSING.test(letter) &&
      (!unspaced || UNSPACED.test(letter) || UNSPACED.test(before.slice(-1)));
    if (breaks) return [...pieces, '', letter];
    return before === undefined ? [letter] : [...pieces.slice(0, -1), before + letter];
  }, []);
}
