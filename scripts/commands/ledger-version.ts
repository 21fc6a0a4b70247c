import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeHash } from '../../lib/ledger/code-hash';
import { PROGRAM_VERSION } from '../../lib/program-version';
import type { Command } from './run-command';

const FOLDER = join('lib', 'ledger');

/** `npm run ledger:version`: the version of the program and the SHA-256 of the ledger's code, which an attestation names (docs/till-law.md). */
const ledgerVersion: Command = {
  help: (t) => t('ledger.versionHelp'),
  async run({ t }) {
    const names = (await readdir(resolve(FOLDER))).filter((name) => name.endsWith('.ts'));
    const files = await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(resolve(FOLDER, name), 'utf8') })),
    );
    process.stdout.write(
      `\n  ${t('ledger.version', { program: PROGRAM_VERSION, hash: codeHash(files), files: files.length })}\n\n`,
    );
  },
};
export default ledgerVersion;
