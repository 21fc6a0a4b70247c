import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the threat model names only tests and pages that are there', () => {
  const page = readFileSync('docs/threat-model.md', 'utf8');
  const named = [...page.matchAll(/`((?:tests|docs|\.github)\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
