const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»]+/giu;
/** What ends a sentence rather than an address. */
const AFTER = /[.,;:!?'’”…]$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** An address without what belongs to the sentence around it: a closing bracket stays where its opening one is inside. */
function trimmed(address: string): string {
  let end = address;
  for (;;) {
    const last = end.at(-1) ?? '';
    const opening = PAIRS[last];
    const alone = opening !== undefined && count(end, last) > count(end, opening);
    if (!AFTER.test(end) && !alone) return end;
    end = end.slice(0, -1);
  }
}

/** Cuts a text into words and addresses (http, https, www, in any capitals), in their order and without losing a sign. */
export function wordsAndLinks(text: string): { words: string; href?: string }[] {
  const parts: { words: string; href?: string }[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const bare = /^www\./i.test(address);
    const href = bare ? `https://${address}` : address;
    if (!URL.canParse(href) || !new URL(href).hostname.includes('.')) continue;
    if (match.index > at) parts.push({ words: text.slice(at, match.index) });
    parts.push({ words: address, href });
    at = match.index + address.length;
  }
  if (at < text.length) parts.push({ words: text.slice(at) });
  return parts;
}
