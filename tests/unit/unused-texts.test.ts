import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';

const sources = ['app', 'components', 'lib', 'realtime', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

/** Every name that is written in quotes, and the pattern of every one that is put together: `stage.${to}`. */
function namesSaid(): (path: string) => boolean {
  const plain = new Set<string>();
  const patterns = new Set<string>();
  for (const text of sources) {
    for (const [, , name = ''] of text.matchAll(/(['"`])((?:[\w-]+\.)*[\w-]+)\1/g)) plain.add(name);
    for (const [, template = ''] of text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
      const shape = template.replace(/\$\{[^}]*\}/g, '*');
      // « b* » is the key of a list, not of a text.
      if (/^[\w.*-]+$/.test(shape) && /\w\.|[A-Z]\w|\w{3}/.test(shape)) patterns.add(shape);
    }
  }
  const tests = [...patterns].map(
    (shape) => new RegExp(`^${shape.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`),
  );
  return (path) => plain.has(path) || tests.some((test) => test.test(path));
}

const leaves = (tree: object, path: string[] = []): string[][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[...path, key]] : leaves(value as object, [...path, key]),
  );

/** Texts whose path is said nowhere, not even from some word of it on. */
function unused(tree: object): string[] {
  const said = namesSaid();
  return leaves(tree)
    .filter((path) => !path.some((_, from) => said(path.slice(from).join('.'))))
    .map((path) => path.join('.'));
}

it('finds a text that nothing asks for', () => {
  expect(unused({ common: { nobodyAsksForThis: 'x' } })).toEqual(['common.nobodyAsksForThis']);
});

it('no text is left that nothing asks for', () => {
  expect(unused(messagesOf('fr'))).toEqual([]);
});
