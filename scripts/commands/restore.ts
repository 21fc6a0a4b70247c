import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../../lib/backup/restore-backup';
import { formatDay, formatTime } from '../../lib/i18n/format';
import { reachDatabase } from '../run/reach-database';
import type { Call, Command } from './run-command';

/**
 * The keys go with the house: without them nobody's app with codes would open anything. One that the environment gives is the operator's.
 * @returns what the person must know of it
 */
function keepRoot(root: string | undefined, { settings, t }: Call): string | undefined {
  if (!root) return undefined;
  if (settings.AUTH_SECRET) return settings.AUTH_SECRET === root ? undefined : t('restore.otherSecret');
  const file = join(resolve(settings.DATA_DIR), 'auth-secret');
  if (existsSync(file)) return t('restore.keptSecret', { file });
  writeFileSync(file, `${root.split(',').join('\n')}\n`, { mode: 0o600 });
  return undefined;
}

/** `npm run restore -- FILE`: puts a backup into a house in which nobody lives yet. */
const restore: Command = {
  help: (t) => t('restore.help'),
  async run(call) {
    const { arguments: given, calledFrom, settings, locale, t } = call;
    const { positionals } = parseArgs({ args: given, allowPositionals: true });
    const [named] = positionals;
    if (!named) throw new Error(t('restore.help'));
    const house = await reachDatabase(settings);
    try {
      if (house.open) throw new Error(t('restore.open'));
      const file = resolve(calledFrom, named);
      const { root, madeAt, ...totals } = await restoreBackup(house.db, file, settings.BACKUP_KEY);
      const note = keepRoot(root, call);
      const when = `${formatDay(locale, madeAt)}, ${formatTime(locale, madeAt)}`;
      process.stdout.write(`\n  ${t('restore.done', { ...totals, when })}\n`);
      if (note) process.stdout.write(`  ${note}\n`);
      process.stdout.write(`  ${t('restore.next')}\n\n`);
    } finally {
      await house.close();
    }
  },
};
export default restore;
