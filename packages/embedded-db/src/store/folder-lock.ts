import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another process already serves the folder; its message is a sentence for the person who started it. */
export class FolderLockedError extends Error {}

/**
 * Takes a data folder for this process alone. lmdb lets a second process open the same folder without complaint, and
 * its writes would then bypass our conflict checks.
 *
 * The lock is a file holding the owner's process id and start time. It is left behind by `kill -9`, so it only counts
 * while that very process lives: a recycled process id is told apart by its start time (Linux; elsewhere by id alone).
 *
 * @returns the function that gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'owner.lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    if (createLock(path)) return () => rmSync(path, { force: true });
    const [ownerId, ownerStart] = readLock(path);
    if (ownerId !== undefined && isRunning(ownerId, ownerStart)) {
      throw new FolderLockedError(`The data folder ${folder} is already used by the database of process ${ownerId}.`);
    }
    rmSync(path, { force: true });
  }
  throw new FolderLockedError(`The data folder ${folder} cannot be locked: another database keeps taking it.`);
}

function createLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid} ${startTime(process.pid)}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(path: string): [number | undefined, string] {
  try {
    const [id = '', start = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return [/^\d+$/.test(id) ? Number(id) : undefined, start];
  } catch {
    return [undefined, ''];
  }
}

function isRunning(processId: number, start: string): boolean {
  if (processId === process.pid) return start === startTime(processId);
  try {
    process.kill(processId, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return start === '' || start === startTime(processId);
}

/**
 * The process's start in clock ticks since boot, field 22 of /proc/<pid>/stat; empty where there is no /proc. A killed
 * process that nobody has waited for yet (state Z) still answers to signal 0, but holds nothing any more.
 */
function startTime(processId: number): string {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? 'ended' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
