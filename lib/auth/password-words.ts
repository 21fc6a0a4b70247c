import { foldText } from '../text';

/** Words of the trade and of this product, which everybody would try here first. */
const OF_THE_HOUSE = ['fashionflow', 'fashion', 'flow', 'couture', 'couturier', 'maison', 'demo', 'atelier'];
/** What must be left of a password once everything known is taken out. */
const LEFT = 6;

/** The words a stranger knows of a person: parts of names and addresses of three letters and more, without accents. */
export function personalWords(about: readonly string[]): string[] {
  const parts = about.flatMap((text) => [foldText(text), ...foldText(text).split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set([...parts, ...OF_THE_HOUSE])].filter((word) => word.length >= 3);
}

/** Whether hardly anything is left of a password without those words, its years and its separators. */
export function isPersonalPassword(password: string, words: readonly string[]): boolean {
  let rest = foldText(password);
  const known = words.toSorted((a, b) => b.length - a.length).filter((word) => rest.includes(word));
  for (const word of known) rest = rest.replaceAll(word, ' ');
  if (known.length === 0) return false;
  return rest.replace(/(19|20)\d\d/g, '').replace(/[^\p{L}\p{N}]/gu, '').length < LEFT;
}
