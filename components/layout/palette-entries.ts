import { containsWords, foldText, foldedWords } from '@/lib/text';
/** One line of the palette. */
export interface Entry {
  id: string;
  group: 'clients' | 'orders' | 'models' | 'pages' | 'actions';
  label: string;
  /** At the right: a number, a telephone. */
  detail?: string;
  /** Where it goes; without one it acts. */
  href?: string;
}

/** The parts of a label, those that were typed marked, word by word; accents and case do not matter. */
export function highlight(label: string, typed: string): { text: string; match: boolean }[] {
  const letters = [...label];
  // A letter may fold to two (œ) or none: each folded one remembers where it stands in the label.
  const folded = letters.flatMap((letter, at) =>
    [...(foldText(letter) || (/\s/.test(letter) ? ' ' : ''))].map((one) => ({ one, at })),
  );
  const plain = folded.map(({ one }) => one).join('');
  const marked = new Set<number>();
  for (const word of foldedWords(typed)) {
    const start = plain.indexOf(word);
    if (start >= 0) for (const { at } of folded.slice(start, start + word.length)) marked.add(at);
  }
  return letters.reduce<{ text: string; match: boolean }[]>((parts, letter, at) => {
    const last = parts.at(-1);
    const match = marked.has(at);
    return last?.match === match
      ? [...parts.slice(0, -1), { text: last.text + letter, match }]
      : [...parts, { text: letter, match }];
  }, []);
}

/** Entries whose words contain all that was typed, in any order. */
export const matching = (entries: readonly Entry[], typed: string): Entry[] =>
  entries.filter((entry) => containsWords(entry.label, typed));
