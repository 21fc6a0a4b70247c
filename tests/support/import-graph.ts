import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /^(?:import|export)\s+(type\s+)?([^;]*?)from '([^']+)'/gm;

/** The sources below a folder. */
export const sourcesIn = (folder: string): string[] =>
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
export function graphOf(files: readonly string[], withTypes: boolean): Map<string, string[]> {
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

/** The packages that a file imports by value. */
export const packagesOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, keyword, names = '', specifier = '']) =>
    isOfTypes(keyword, names.trim()) || /^(\.|@\/|node:)/.test(specifier) ? [] : specifier,
  );
