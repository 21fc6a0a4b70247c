import { listBackups } from '@/lib/backup/list-backups';
import { backupsDto } from '@/lib/backup/schemas';
import { env } from '@/lib/env';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';
import { isBackupRunning, launchBackup } from '@/lib/web/launch-backup';

export const GET = defineRoute(
  {
    operation: 'listBackups',
    summary: 'The backups in the house’s folder, newest first, and when the next one is made.',
    access: 'owner',
    response: backupsDto,
  },
  () => listBackups(env(), isBackupRunning()),
);

export const POST = defineRoute(
  {
    operation: 'makeBackup',
    summary: 'Begins a backup of this moment; it is in the list once it was written and read again.',
    access: 'owner',
    response: backupsDto,
    status: 202,
    limits: [{ rule: LIMITS.backup, key: 'actor' }],
  },
  async () => {
    launchBackup();
    return listBackups(env(), isBackupRunning());
  },
);
