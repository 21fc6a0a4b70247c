import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** So many places are remembered: what fails again and again reads no map twice. */
const MOST_PLACES = 1_000;
/** What was built beside a map: Next's chunks and our own programs. */
const BUILT = /[\\/](?:\.next|\.programs)[\\/]/;
/** `at name (file:line:column)`, or without a name. */
const FRAME = /^(.*?\(?)((?:file:\/\/)?[^\s()]+\.m?js):(\d+):(\d+)(\)?)$/;

const places = new Map<string, string>();

function sourceOf(file: string, line: number, column: number): string | undefined {
  const map = `${file}.map`;
  if (!existsSync(map)) return undefined;
  const payload = JSON.parse(readFileSync(map, 'utf8')) as ConstructorParameters<typeof SourceMap>[0];
  const entry = new SourceMap(payload).findEntry(line - 1, column - 1);
  if (!('originalSource' in entry) || !entry.originalSource) return undefined;
  const source = entry.originalSource
    .replace(/^file:\/\//, '')
    .replace(/^turbopack:\/\/\/\[project\]\//, `${resolve()}/`);
  return `${resolve(dirname(file), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** One frame of a stack with the line of the source it was built from; as it is where nothing is known. */
export function nameSourceLine(frame: string): string {
  const [, before = '', file = '', line = '', column = '', after = ''] = FRAME.exec(frame) ?? [];
  if (!BUILT.test(file)) return frame;
  const known = places.get(frame);
  if (known !== undefined) return known;
  let named = frame;
  try {
    const source = sourceOf(file.startsWith('file:') ? fileURLToPath(file) : file, Number(line), Number(column));
    if (source) named = `${before}${source}${after}`;
  } catch {
    // A stack is told in any case.
  }
  if (places.size >= MOST_PLACES) places.clear();
  places.set(frame, named);
  return named;
}

/**
 * Has the stacks of this process name lines of the source, as `--enable-source-maps` does, but reads a map when a stack is told: that
 * flag reads the map of each file it loads, eighty megabytes of them for the app, on the loop and to stay.
 */
export function nameSourceLines(): void {
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${nameSourceLine(String(frame))}`)].join('\n');
}
