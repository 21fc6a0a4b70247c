import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const IMPORT = /^(?:import|export)\s+(type\s+)?([^;]*?)from '([^']+)'/gm;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));

/** Whether an import disappears when TypeScript is stripped: `import type`, or `type` before every name. */
const isOfTypes = (keyword: string | undefined, names: string): boolean =>
  keyword !== undefined ||
  (/^\{/.test(names) &&
    names
      .replace(/[{}]/g, '')
      .split(',')
      .filter((name) => name.trim())
      .every((name) => /^\s*type\s/.test(name)));

/** Which files each file imports; of the imports of types alone only where they are asked for. */
function graphOf(files: readonly string[], withTypes: boolean): Map<string, string[]> {
  const known = new Set(files);
  const fileOf = (from: string, specifier: string): string | undefined => {
    if (!/^(\.|@\/)/.test(specifier)) return undefined;
    const base = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(from), specifier);
    return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => known.has(path));
  };
  return new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, keyword, names = '', specifier = '']) =>
        !withTypes && isOfTypes(keyword, names.trim()) ? [] : (fileOf(file, specifier) ?? []),
      ),
    ]),
  );
}

/** The first way found from each file back to itself; files already cleared are not walked again. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cleared = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || cleared.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    cleared.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

describe('no file reaches itself through its imports', () => {
  it('finds a circle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['b']],
      ['d', []],
    ]);
    expect(circlesOf(graph)).toEqual(['b → c → b']);
  });

  it('in the house, by value', () => {
    const files = ['lib', 'components', 'realtime', 'app', 'scripts'].flatMap(sourcesIn);
    expect(files.length).toBeGreaterThan(500);
    expect(circlesOf(graphOf(files, false))).toEqual([]);
  });

  it.each(['lib', 'components'])('and no room of %s reaches itself, not even by types', (floor) => {
    const room = (file: string) => /^(?:lib|components)\/(orders\/(?:desk|board)|[^/]+)\//.exec(file)?.[1];
    const rooms = new Map<string, string[]>();
    for (const [file, imported] of graphOf(sourcesIn(floor), true)) {
      const here = room(file);
      if (here === undefined) continue;
      const others = imported.map(room).filter((one) => one !== undefined && one !== here) as string[];
      rooms.set(here, [...new Set([...(rooms.get(here) ?? []), ...others])]);
    }
    expect(rooms.size).toBeGreaterThan(15);
    expect(circlesOf(rooms)).toEqual([]);
  });

  it('in the embedded database, not even by types', () => {
    const files = sourcesIn('packages/embedded-db/src');
    expect(files.length).toBeGreaterThan(50);
    expect(circlesOf(graphOf(files, true))).toEqual([]);
  });
});
