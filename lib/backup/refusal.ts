/** Why a backup was not written, or is not believed; each has its sentence in the texts (`commands.refusals`). */
export const REFUSALS = [
  'fileThere',
  'folderAway',
  'diskFull',
  'changedTooMuch',
  'notWhole',
  'notBackup',
  'torn',
  'altered',
  'keyNeeded',
  'wrongKey',
  'newerData',
  'notEmpty',
  'differs',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** A backup that cannot be made or restored, for a reason a person can act on. */
export class BackupRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
  }
}
