import { describe, expect, it } from 'vitest';
import { graphOf, packagesOf, sourcesIn } from '../support/import-graph';

/** What is slow to load or to work, and runs in a thread or a process beside the one that answers people. */
const HEAVY = ['@react-pdf/renderer', 'sharp', 'libheif-js', '@zxcvbn-ts', '@resvg/resvg-js'];

const files = ['lib', 'components', 'realtime', 'app', 'scripts'].flatMap(sourcesIn);
const graph = graphOf(files, false);

/** The ways from where a process begins to files that bring one of these packages. */
function waysToHeavy(beginnings: readonly string[]): string[] {
  const ways: string[] = [];
  const seen = new Set<string>();
  const walk = (file: string, way: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const brought = packagesOf(file).filter((name) => HEAVY.some((one) => name.startsWith(one)));
    if (brought.length > 0) ways.push(`${way} → ${brought.join(', ')}`);
    for (const next of graph.get(file) ?? []) walk(next, `${way} → ${next}`);
  };
  for (const file of beginnings) walk(file, file);
  return ways;
}

describe('what takes long is not even loaded where people are answered', () => {
  it('finds it in the threads that are there for it', () => {
    expect(waysToHeavy(['lib/pdf/paper-worker.tsx']).join()).toContain('@react-pdf/renderer');
    expect(waysToHeavy(['lib/files/picture-worker.ts']).join()).toContain('sharp');
  });

  it('and in no page, route or sidecar', () => {
    const beginnings = files.filter((file) => /^(app|realtime)\//.test(file) || file === 'scripts/app-server.ts');
    expect(beginnings.length).toBeGreaterThan(150);
    expect(waysToHeavy(beginnings)).toEqual([]);
  });
});
