import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/threat-model.md', 'utf8');
const FILE = /`((?:tests|docs|\.github)\/[^`]+|SECURITY\.md)`/g;
const namedIn = (text: string): string[] => [...text.matchAll(FILE)].map(([, path = '']) => path);

it('the threat model names only tests and pages that are there', () => {
  const named = namedIn(page);
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

describe('ASVS, line by line', () => {
  const lines = [...page.matchAll(/^- (\d+)\.(\d+)\.(\d+) ([^:]+): (.+)$/gm)].map(([, v, s, n, what, shown = '']) => ({
    number: [v, s, n].map(Number),
    what,
    shown,
  }));

  it('has every requirement of levels 1 and 2 once, in their order', () => {
    // ASVS 5.0.0 has 70 requirements of level 1 and 183 of level 2.
    expect(lines).toHaveLength(70 + 183);
    const order = lines.map(({ number: [v = 0, s = 0, n = 0] }) => v * 10_000 + s * 100 + n);
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    expect(new Set(lines.map(({ number }) => number[0])).size).toBe(17);
  });

  it('says of each what shows it, why it does not apply, or that it is missing', () => {
    const silent = lines.filter(
      ({ shown }) => namedIn(shown).length === 0 && !/^(does not apply|missing), .{4,}/.test(shown),
    );
    expect(silent).toEqual([]);
  });
});
