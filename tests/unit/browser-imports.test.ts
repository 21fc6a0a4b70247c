import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { graphOf, packagesOf, sourcesIn } from '../support/import-graph';

const files = ['lib', 'components', 'app'].flatMap(sourcesIn);
const graph = graphOf(files, false);

/** The files that a browser is sent: what says `'use client'`, and what it imports by value. */
function sentToBrowsers(): Map<string, string> {
  const ways = new Map<string, string>();
  const walk = (file: string, way: string): void => {
    if (ways.has(file)) return;
    ways.set(file, way);
    for (const next of graph.get(file) ?? []) walk(next, `${way} → ${next}`);
  };
  for (const file of files) if (/^['"]use client['"]/.test(readFileSync(file, 'utf8'))) walk(file, file);
  return ways;
}

it('sends no browser what only the house needs', () => {
  const sent = sentToBrowsers();
  expect(sent.size).toBeGreaterThan(400);
  const needless = [...sent].flatMap(([file, way]) =>
    packagesOf(file)
      // Judging what comes in is the house's; a draft is read with valibot. Signing out loads its own half when it is wanted.
      .filter((name) => name === 'zod' || name === 'next-auth/react' || name === 'mongodb')
      .map((name) => `${way} → ${name}`),
  );
  expect(needless).toEqual([]);
  const nodes = [...sent].filter(([file]) => /\bBuffer\./.test(readFileSync(file, 'utf8'))).map(([, way]) => way);
  expect(nodes, 'a browser has no Buffer: the bundler would send one').toEqual([]);
});
