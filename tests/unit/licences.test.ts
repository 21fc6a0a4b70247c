import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Licences under which a package may be used and handed on with the house. */
const FREE = new Set(
  'MIT MIT-0 Apache-2.0 ISC BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 Python-2.0 CC0-1.0 CC-BY-4.0 OFL-1.1 Zlib'.split(
    ' ',
  ),
);
/** Bound to their own files (MPL), or linked as a library that can be exchanged (libvips under sharp). */
const BOUND = new Map([
  ['MPL-2.0', /^(lightningcss|axe-core$|@axe-core\/|@resvg\/|web-push$)/],
  ['LGPL-3.0-or-later', /^@img\/sharp-/],
  ['LGPL-3.0', /^libheif-js$/],
]);
/** Packages whose description says nothing, and whose LICENSE file was read. */
const READ: Record<string, string> = { busboy: 'MIT', streamsearch: 'MIT', 'png-js': 'MIT' };

interface Lock {
  packages: Record<string, { license?: string; link?: boolean }>;
}

it('every package that is installed has a licence that this house may hand on', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const refused = Object.entries(packages).flatMap(([path, { license, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (!path.includes('node_modules/') || link) return [];
    const said = license ?? READ[name] ?? 'none';
    const parts = said.replace(/[()]/g, '').split(/ AND /);
    return parts.every((part) => FREE.has(part) || BOUND.get(part)?.test(name)) ? [] : [`${name}: ${said}`];
  });
  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(refused).toEqual([]);
});
