import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/styles/tokens.css', import.meta.url), 'utf8');

/** The declarations of the block that a selector opens. */
function block(selector: string): Map<string, string> {
  const from = css.indexOf('{', css.indexOf(selector)) + 1;
  const body = css.slice(from, css.indexOf('}', from));
  return new Map(
    body
      .split(';')
      .map((line) => line.split(':').map((part) => part.trim()))
      .filter((pair): pair is [string, string] => pair.length === 2),
  );
}

const light = block("[data-theme='light'] {");
const dark = block("\n[data-theme='dark'] {");
const system = block(':root:not([data-theme]) {');

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('the two palettes', () => {
  it('say the same whether the system or the person chose the night', () => {
    expect([...system]).toEqual([...dark]);
  });

  it('define the same tokens', () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });

  for (const [name, palette] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const colour = (token: string) => palette.get(`--${token}`) ?? '';

    it.each(['ink', 'ink2', 'ink3', 'garance', 'craie', 'indigo', 'ocre', 'sarcelle'])(
      `${name}: text in %s is readable on paper and sheet`,
      (token) => {
        expect(contrast(colour(token), colour('paper'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour(token), colour('sheet'))).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each([
      ['garance', 'w-g'],
      ['indigo', 'w-i'],
      ['ocre', 'w-o'],
      ['sarcelle', 'w-s'],
      ['ink2', 'w-c'],
      ['on-garance', 'garance'],
      ['ink', 'own'],
      ['ink2', 'sunk'],
    ])(`${name}: %s is readable on %s`, (text, ground) => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    });

    it(`${name}: the border of a field shows on its ground`, () => {
      expect(contrast(colour('control'), colour('paper'))).toBeGreaterThanOrEqual(3);
    });
  }
});
