import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';

/** Every leaf of a message tree as `path: placeholders`. */
function leaves(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') return [`${path}: ${[...new Set(value.match(/\{\w+/g) ?? [])].sort().join(' ')}`];
    return leaves(value as object, path);
  });
}

describe('the two languages', () => {
  it('have the same texts with the same placeholders', () => {
    expect(leaves(messagesOf('en')).sort()).toEqual(leaves(messagesOf('fr')).sort());
  });

  it('leaves no text empty', () => {
    for (const locale of ['fr', 'en'] as const) expect(JSON.stringify(messagesOf(locale))).not.toMatch(/:""/);
  });
});
