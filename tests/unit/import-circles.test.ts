import { describe, expect, it } from 'vitest';
import { graphOf, sourcesIn } from '../support/import-graph';

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
