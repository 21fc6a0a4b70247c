import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FOLDER, PROGRAMS } from '../programs.mjs';

/** What the supervisor starts. */
export type ProgramName = 'database' | 'furnish' | 'backup' | 'realtime' | 'app';

/** `built` is what `npm start` runs; `source` goes through a transpiler, for developing and tests. */
export type ProgramForm = 'built' | 'source';

/** Ends a process with its parent, whatever took that. */
const WITH_PARENT = ['--import', pathToFileURL(resolve('scripts/run/die-with-parent.mjs')).href];

/** Arguments to node for one of the house's programs. Errors of a built one name lines of its source; the app sees to it itself. */
export const programArgs = (name: ProgramName, form: ProgramForm): string[] =>
  form === 'built'
    ? [...(name === 'app' ? [] : ['--enable-source-maps']), ...WITH_PARENT, `${FOLDER}/${name}.mjs`]
    : ['--import', 'tsx', ...WITH_PARENT, PROGRAMS[name]];
