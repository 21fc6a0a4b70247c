import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const bundles = new Map<string, Promise<string>>();

/**
 * A program of ours in one file of plain JavaScript, so that a process which is killed a hundred times starts in a third of
 * the time. Packages stay outside.
 * @param file below the root of the repository
 * @returns the path of the bundle
 */
export function bundle(file: string): Promise<string> {
  const made = bundles.get(file) ?? make(file);
  bundles.set(file, made);
  return made;
}

async function make(file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const name = `${basename(dirname(file))}-${basename(file, '.ts')}-${hash}.mjs`;
  // Below node_modules, where the packages are found.
  const path = join(ROOT, 'node_modules/.cache/fashionflow-faults', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
