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

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The parts of a label, those that were typed marked; accents and case do not matter. */
export function highlight(label: string, typed: string): { text: string; match: boolean }[] {
  const wanted = plain(typed.trim());
  // Plain and printed letters must line up to be cut at the same places.
  const letters = [...label];
  const at = wanted ? letters.map(plain).join('').indexOf(wanted) : -1;
  if (at < 0 || letters.some((letter) => plain(letter).length !== 1)) return [{ text: label, match: false }];
  const end = at + [...wanted].length;
  return [
    { text: letters.slice(0, at).join(''), match: false },
    { text: letters.slice(at, end).join(''), match: true },
    { text: letters.slice(end).join(''), match: false },
  ].filter((part) => part.text !== '');
}

/** Entries whose words contain all that was typed, in any order. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((word) => plain(entry.label).includes(word)));
}
