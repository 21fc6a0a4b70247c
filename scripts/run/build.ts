import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fingerprint } from '../programs.mjs';
import { compressAssets } from './compress-assets';
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
  'scripts/no-words.cjs',
  'scripts/run/compress-assets.ts',
];
const MARKER = '.next/fashionflow-sources';

/** Whether the last build is of these sources. */
const isBuilt = (print: string): boolean =>
  existsSync('.next/BUILD_ID') && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === print;

/** Builds the app when its sources have changed since the last build. */
export async function buildIfNeeded(): Promise<void> {
  const print = fingerprint(SOURCES);
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
  await compressAssets('.next/static');
  writeFileSync(MARKER, print);
}
