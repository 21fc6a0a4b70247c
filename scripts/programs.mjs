// What `npm start` runs is built JavaScript: the supervisor and the processes it starts, each one bundle of our own code
// beside the packages it uses. Plain JavaScript, because it runs before TypeScript is understood.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built programs lie, seen from the project's folder. */
export const FOLDER = '.programs';

/** The programs and where their source begins. */
export const PROGRAMS = {
  supervisor: 'scripts/run/run-house.ts',
  'database-alone': 'scripts/run/run-database-alone.ts',
  database: 'packages/embedded-db/src/main.ts',
  furnish: 'scripts/run/furnish-house.ts',
  backup: 'scripts/run/backup-house.ts',
  commands: 'scripts/commands/all-commands.ts',
  realtime: 'realtime/main.ts',
  app: 'scripts/app-server.ts',
  // A thread of the app.
  paper: 'lib/pdf/paper-worker.tsx',
  // Beside the app.
  picture: 'lib/files/picture-worker.ts',
};

const SOURCES = ['lib', 'realtime', 'scripts', 'packages/embedded-db/src', 'tsconfig.json', 'package-lock.json'];
const MARKER = join(FOLDER, 'sources');

function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
}

/** A fingerprint of everything that a build reads, and of the Node that reads it. */
export function fingerprint(sources) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

/**
 * Builds the programs when their sources have changed since; about a second.
 * @returns the folder, from the project's
 */
export async function buildPrograms() {
  const print = fingerprint(SOURCES);
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === print) return FOLDER;
  const { build, stop } = await import('esbuild');
  await build({
    entryPoints: PROGRAMS,
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  await stop();
  writeFileSync(MARKER, print);
  return FOLDER;
}
