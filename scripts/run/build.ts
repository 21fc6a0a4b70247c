import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { say, StartRefused } from './sentence';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'middleware.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/run/make-fonts.ts',
];
const MARKER = '.next/fashionflow-sources';

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
}

/** A fingerprint of everything that the build reads. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

/** Whether the last build is of these sources. */
const isBuilt = (print: string): boolean =>
  existsSync('.next/BUILD_ID') && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === print;

/** Builds the app when its sources have changed since the last build. */
export async function buildIfNeeded(): Promise<void> {
  const print = fingerprint();
  if (isBuilt(print)) return;
  say('Building the app (the sources are new or have changed), one to three minutes…');
  const { makeFonts } = await import('./make-fonts');
  await makeFonts();
  const bin = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [bin, 'build'], {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.once('exit', resolve);
  });
  if (code !== 0) throw new StartRefused('The app could not be built: see the lines above.');
  writeFileSync(MARKER, print);
}
