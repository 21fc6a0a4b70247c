import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Exported names of every file in lib that holds schemas or shapes. */
async function exportedNames(): Promise<{ file: string; name: string }[]> {
  const files = (await readdir('lib', { recursive: true })).filter((file) => file.endsWith('.ts'));
  const found = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(`lib/${file}`, 'utf8');
      return source.includes("from 'zod'")
        ? [...source.matchAll(/^(?:export )?(?:const|type|interface) (\w+)/gm)].map(([, name = '']) => ({ file, name }))
        : [];
    }),
  );
  return found.flat();
}

it('says with one word each what comes in (Input), what is asked (Query) and what leaves (Dto)', async () => {
  const names = await exportedNames();
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter(({ name }) => /(Body|Patch|Response|Answer|Schema)$/.test(name))).toEqual([]);
});
