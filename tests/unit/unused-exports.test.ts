import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Sources = ReadonlyMap<string, string>;

const FOLDERS = ['app', 'components', 'lib', 'realtime', 'scripts', 'tests', 'packages/embedded-db'];

/** Every source of the house by its path. */
const sources: Sources = new Map(
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const),
  ),
);

const EXPORTED = /^export (?:async )?(?:const|let|function\*?|class|interface|type) ([A-Za-z_$][\w$]*)/gm;

/** What is exported and named nowhere else, not even in its own file. Shapes are asked for by the contract, module by module. */
function unused(files: Sources): string[] {
  const counts = new Map<string, number>();
  for (const text of files.values())
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...files]
    .filter(([file]) => !/^app\/|(^|\/)tests\//.test(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(EXPORTED)]
        .filter(([, name = '']) => counts.get(name) === 1 && !/(Dto|Input|Query)$/.test(name))
        .map(([, name = '']) => `${file}: ${name}`),
    );
}

it('finds a function, a value and a type that nobody asks for', () => {
  const files = new Map([
    [
      'lib/a.ts',
      'export const one = 1;\nexport function two() {}\nexport type Three = 3;\nexport const fourDto = 4;\nexport const four = 4;',
    ],
    ['lib/b.ts', "import { four } from './a';\nexport const five = four;\nconst six = five;"],
  ]);
  expect(unused(files)).toEqual(['lib/a.ts: one', 'lib/a.ts: two', 'lib/a.ts: Three']);
});

it('nothing is exported that nobody asks for', () => {
  expect(unused(sources)).toEqual([]);
});
