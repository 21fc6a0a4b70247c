/**
 * A name as it is set: roman, then italic. « Maison Ndiaye » is two words, « FashionFlow » one with two heads; a single word is roman.
 * @returns the two parts; together they are the name
 */
export function wordmarkParts(name: string): [string, string] {
  const words = /^(.*\s)(\S+)$/u.exec(name.trim()) ?? /^(.*\p{Ll})(\p{Lu}.*)$/u.exec(name.trim());
  return words ? [words[1] ?? '', words[2] ?? ''] : [name.trim(), ''];
}

/** The two letters of the narrow rail. */
export function monogramParts(name: string): [string, string] {
  const [roman, italic] = wordmarkParts(name);
  const first = (text: string): string => [...text][0] ?? '';
  return [first(roman), first(italic).toLowerCase()];
}
