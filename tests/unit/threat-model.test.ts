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

/** The findings, high, medium and low; numbers that are left out were given to nothing. */
const FOUND = [
  ...[1, 2, 3, 4, 5].map((n) => `H${n}`),
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15].map((n) => `M${n}`),
  ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 16, 17, 18, 19, 20].map((n) => `L${n}`),
];

it('what came through once has a test each, that is there in these words', () => {
  const lines = [...page.matchAll(/^- ([HML]\d+) [^`]+: (.+)$/gm)];
  expect(lines.map(([, id]) => id)).toEqual(FOUND);
  for (const [, id, shown = ''] of lines) {
    const tests = [...shown.matchAll(/`([^`]+)` «\u00a0(.+?)\u00a0»(?:; |$)/g)];
    expect(tests.map(([whole]) => whole).join(''), `${id} is shown by tests and nothing else`).toBe(shown);
    for (const [, file = '', title = ''] of tests)
      expect(readFileSync(file, 'utf8').includes(title), `${id}: ${file} has « ${title} »`).toBe(true);
  }
});
