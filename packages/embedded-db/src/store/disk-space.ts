import { statfsSync } from 'node:fs';
import { MongoError } from '../errors';

/** ENOSPC, EDQUOT, and lmdb's MDB_MAP_FULL. */
const NO_SPACE_CODES: readonly unknown[] = [28, 122, -30792, 'ENOSPC', 'EDQUOT'];
/** A disk with less than this free is full for a database that writes whole pages in groups. */
const LEAST_FREE_BYTES = 1024 * 1024;

/** 14031: MongoDB's answer to a write when the disk is full. */
export const outOfDiskSpace = (): MongoError =>
  new MongoError(14031, 'OutOfDiskSpace', 'There is no space left on the disk of the data folder; nothing was stored.');

/** Why a commit failed: lmdb rejects with a general error and tells the reason in a promise beside it. */
export async function causeOf(error: unknown): Promise<Error> {
  const reason: unknown = error instanceof Error && 'commitError' in error ? error.commitError : undefined;
  const told = await Promise.resolve(reason).catch((cause: unknown) => cause);
  if (told instanceof Error) return told;
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * Whether a failed write failed for want of space. lmdb tells of a write that was only done in part as an
 * input/output error, so the disk itself is asked as well.
 */
export function isOutOfSpace(error: Error, folder: string): boolean {
  if ('code' in error && NO_SPACE_CODES.includes(error.code)) return true;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}
