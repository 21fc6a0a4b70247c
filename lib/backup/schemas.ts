import { z } from 'zod';
import { sentMoment } from '../wire';

/** One backup in the house's folder: read again and found whole, or it would not be there. */
const backupDto = z.object({
  name: z.string(),
  madeAt: sentMoment,
  bytes: z.number().int(),
  documents: z.number().int(),
  files: z.number().int(),
  encrypted: z.boolean(),
});
export type BackupDto = z.infer<typeof backupDto>;

/** What is known of the house's backups. */
export const backupsDto = z.object({
  items: z.array(backupDto),
  /** When every night; absent where the house makes none by itself. */
  at: z.string().optional(),
  /** The next ones are encrypted. */
  sealed: z.boolean(),
  running: z.boolean(),
  /** The last attempt, where it came to nothing; the reason is one of the texts. */
  failed: z.object({ at: sentMoment, code: z.string() }).optional(),
});
export type BackupsDto = z.infer<typeof backupsDto>;
