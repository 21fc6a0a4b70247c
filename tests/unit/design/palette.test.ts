import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASTE, DAY, DRAWING_PAPER, NIGHT_PAPER } from '@/lib/palette';

const tokens = readFileSync('app/styles/tokens.css', 'utf8');
const token = (name: string, from = 0): string | undefined =>
  new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens.slice(from))?.[1];

/** Where colours stand; the product's own words about cloth are data, and the page of primitives shows some. */
const HOMES = [/^app\/styles\/tokens\.css$/, /^lib\/palette\.ts$/, /^app\/\[locale\]\/\(internal\)\//];
/** In a style sheet any; in code only between quotes or brackets, where it cannot be the name of a private field. */
const IN_STYLES = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})\b/gi;
const IN_CODE = /['"`[:( ]#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})(?=['"`\]; ,)])/gi;

/** Stitches with a gap that take another name than the basted edge's. */
const BASTED_BY_HAND = /[^\n]*(?:dashed|repeating-linear-gradient\()[^\n;]*var\(--(?:plate-)?control\)[^\n]*/g;

const coloursIn = (path: string, text: string): string[] =>
  text.match(path.endsWith('.css') ? IN_STYLES : IN_CODE) ?? [];

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|tsx?)$/.test(path))
    .map((path) => join(folder, path)),
);

describe('the palette', () => {
  it.each(Object.entries(DAY))('%s is the same in the style sheet, by day', (name, colour) =>
    expect(token(name)).toBe(colour),
  );

  it('has the paper of the night and of drawings', () => {
    expect(token('paper', tokens.indexOf("\n[data-theme='dark']"))).toBe(NIGHT_PAPER);
    expect(token('drawing-paper')).toBe(DRAWING_PAPER);
  });

  it.each(['ink', 'ink2', 'ink3', 'control', 'garance', 'on-garance'])('%s on a plate is that of the day', (name) =>
    expect(token(`plate-${name}`)).toBe(DAY[name as keyof typeof DAY]),
  );

  it('stands nowhere else', () => {
    expect(sources.length).toBeGreaterThan(500);
    const strays = sources
      .filter((path) => !HOMES.some((home) => home.test(path)))
      .flatMap((path) => coloursIn(path, readFileSync(path, 'utf8')).map((colour) => `${path}: ${colour.trim()}`));
    expect(strays).toEqual([]);
  });

  it('has one colour for a basted edge, by the same name in both', () => {
    expect(tokens.match(/--baste: /g)).toHaveLength(1);
    expect(tokens).toContain('--baste: var(--control);');
    expect(BASTE).toBe(DAY.control);
    const strays = sources
      .filter((path) => path.endsWith('.css') && !path.endsWith('tokens.css'))
      .flatMap((path) =>
        (readFileSync(path, 'utf8').match(BASTED_BY_HAND) ?? []).map((rule) => `${path}: ${rule.trim()}`),
      );
    expect(strays).toEqual([]);
    expect('border: 1px dashed var(--control);'.match(BASTED_BY_HAND)).toHaveLength(1);
    expect('border: 1px solid var(--control);'.match(BASTED_BY_HAND)).toBeNull();
  });

  it('would find a colour by hand', () => {
    expect(coloursIn('a.css', '.a { color: #a3152f; border-color: #fff }')).toHaveLength(2);
    expect(coloursIn('a.tsx', `<g stroke="#A3152F" className="text-[#55504a]" style="color:#fff;x" />`)).toHaveLength(
      3,
    );
    expect(coloursIn('a.ts', 'this.#add(); &#160; a.#bad')).toEqual([]);
  });
});
