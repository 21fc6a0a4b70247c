import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportLines } from '../../lib/ledger/export-ledger';
import { ledgerOfHouse } from './ledger-copies';
import type { Command } from './run-command';

/** `npm run ledger:export -- FILE`: the whole ledger as lines of JSON, verifiable without the house. No file is ever replaced. */
const ledgerExport: Command = {
  help: (t) => t('ledger.exportHelp'),
  async run(call) {
    const { positionals } = parseArgs({ args: call.arguments, allowPositionals: true });
    const [named] = positionals;
    if (!named) throw new Error(call.t('ledger.exportHelp'));
    const path = resolve(call.calledFrom, named);
    const copy = await ledgerOfHouse(call);
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new Error(call.t(error.code === 'EEXIST' ? 'refusals.fileThere' : 'refusals.folderAway', { path }));
    });
    try {
      for (const line of exportLines(copy, new Date())) await file.write(line);
      await file.sync();
    } finally {
      await file.close();
    }
    process.stdout.write(`\n  ${call.t('ledger.exported', { entries: copy.entries.length, path })}\n\n`);
  },
};
export default ledgerExport;
