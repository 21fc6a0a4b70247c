import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAndLinks } from '@/components/chat/links';

const hrefs = (text: string): string[] => wordsAndLinks(text).flatMap(({ href }) => href ?? []);

describe('addresses in a message', () => {
  it.each([
    ['https://fr.wikipedia.org/wiki/Robe_(vêtement)', ['https://fr.wikipedia.org/wiki/Robe_(vêtement)']],
    ['(voir https://exemple.fr/a)', ['https://exemple.fr/a']],
    ['(voir https://exemple.fr/a_(b)).', ['https://exemple.fr/a_(b)']],
    ['HTTPS://EXEMPLE.FR/Robe', ['HTTPS://EXEMPLE.FR/Robe']],
    ['www.exemple.fr, puis Www.Autre.fr !', ['https://www.exemple.fr', 'https://Www.Autre.fr']],
    ['« https://exemple.fr/x »', ['https://exemple.fr/x']],
    ['https://exemple.fr/?a=1&b=[2]', ['https://exemple.fr/?a=1&b=[2]']],
    ['https://', []],
    ['www.', []],
    ['javascript:alert(1)', []],
    ['Rien ici.', []],
  ])('%s', (text, found) => {
    expect(hrefs(text)).toEqual(found);
  });

  it('lose no sign of the text, and lead to http only', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('https://', 'www.', 'a.fr', '(', ')', '.', ' ', 'HTTP://b.fr/'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const parts = wordsAndLinks(text);
        expect(parts.map(({ words }) => words).join('')).toBe(text);
        for (const { href } of parts) if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});
