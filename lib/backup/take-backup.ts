import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import type { Env } from '../env';
import { AppError } from '../errors';
import { listKept } from './folder';
import { keepingOf } from './keeping';

/**
 * Hands one backup out, and notes that it left the house.
 * @param name one of the list: it is looked for there, and never made into a path before
 * @throws AppError not_found
 */
export async function takeBackup(
  db: Database,
  actor: StaffActor,
  settings: Env,
  name: string,
): Promise<{ bytes: number; open(): ReadableStream<Uint8Array> }> {
  const { folder } = keepingOf(settings);
  const found = (await listKept(folder)).find((one) => one.name === name);
  if (!found) throw new AppError('not_found');
  await recordAct(db, { kind: 'backupTaken', by: actor.id, detail: { to: found.madeAt.toISOString().slice(0, 16) } });
  return {
    bytes: found.bytes,
    open: () => Readable.toWeb(createReadStream(join(folder, found.name))) as ReadableStream<Uint8Array>,
  };
}
