import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/config';
import { messagesOf } from '@/lib/i18n/messages';

/** The names a text asks for. Braces alternate: an argument, then inside it the branches of a plural, then arguments again. */
function placeholders(text: string): string {
  const names = new Set<string>();
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '{' && depth++ % 2 === 0) names.add(/^\w+/.exec([...text].slice(at + 1).join(''))?.[0] ?? '');
    if (sign === '}') depth -= 1;
  }
  return [...names].sort().join(' ');
}

/** Every leaf of a message tree as `path: placeholders`. */
function leaves(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') return [`${path}: ${placeholders(value)}`];
    return leaves(value as object, path);
  });
}

describe('the languages', () => {
  it.each(LOCALES)('have the same texts with the same placeholders: %s', (locale) => {
    expect(leaves(messagesOf(locale)).sort()).toEqual(leaves(messagesOf('fr')).sort());
  });

  it('leaves no text empty', () => {
    for (const locale of LOCALES) expect(JSON.stringify(messagesOf(locale))).not.toMatch(/:""/);
  });

  it('breaks no French line before a double sign, nor inside quotation marks', () => {
    expect(JSON.stringify(messagesOf('fr')).match(/.{0,30}(?:« | »| [;!?%€]|[^"\s] : ).{0,20}/g) ?? []).toEqual([]);
  });
});
