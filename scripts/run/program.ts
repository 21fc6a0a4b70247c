import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The programs of the house, by where their source lies; scripts/programs.mjs builds them under these names. */
const SOURCES = {
  database: 'packages/embedded-db/src/main.ts',
  furnish: 'scripts/run/furnish-house.ts',
  realtime: 'realtime/main.ts',
  app: 'scripts/app-server.ts',
} as const;

export type ProgramName = keyof typeof SOURCES;

/** `built` is what `npm start` runs; `source` goes through a transpiler, for developing and tests. */
export type ProgramForm = 'built' | 'source';

/** Ends a process with its parent, whatever took that. */
const WITH_PARENT = ['--import', pathToFileURL(resolve('scripts/run/die-with-parent.mjs')).href];

/** Arguments to node for one of the house's programs. Errors of a built one name lines of its source. */
export const programArgs = (name: ProgramName, form: ProgramForm): string[] =>
  form === 'built'
    ? ['--enable-source-maps', ...WITH_PARENT, `.programs/${name}.mjs`]
    : ['--import', 'tsx', ...WITH_PARENT, SOURCES[name]];
