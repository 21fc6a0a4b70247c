import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepBackup } from '../../lib/backup/keep-backup';
import { keepingOf } from '../../lib/backup/keeping';
import { totalsOf } from '../../lib/backup/manifest';
import { glanceAt } from '../../lib/backup/open-backup';
import { writeBackup } from '../../lib/backup/write-backup';
import { formatBytes } from '../../lib/i18n/format';
import { reachDatabase } from '../run/reach-database';
import { authSecret } from '../run/secrets';
import type { Command } from './run-command';

/** `npm run backup -- FILE`: the whole house into one file, while it works. Without a file: one more in the house's own folder. */
const backup: Command = {
  help: (t) => t('backup.help'),
  async run({ arguments: given, calledFrom, settings, locale, t }) {
    const { positionals } = parseArgs({ args: given, allowPositionals: true });
    const house = await reachDatabase(settings);
    try {
      const root = authSecret(resolve(settings.DATA_DIR), settings.AUTH_SECRET);
      const keeping = { ...keepingOf(settings), root };
      const [named] = positionals;
      const file = named ? resolve(calledFrom, named) : await keepBackup(house.db, keeping);
      if (named) await writeBackup(house.db, { file, passphrase: keeping.passphrase, root });
      const { header, manifest } = await glanceAt(file);
      const size = formatBytes(locale, (await stat(file)).size);
      process.stdout.write(`\n  ${t('backup.done', { ...totalsOf(manifest), file, size })}\n`);
      process.stdout.write(`  ${t(header.key ? 'backup.sealed' : 'backup.plain')}\n`);
      process.stdout.write(`  ${t('backup.next', { file })}\n\n`);
    } finally {
      await house.close();
    }
  },
};
export default backup;
