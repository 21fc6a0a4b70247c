import type { UpdateFilter } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { emailKey } from '../text';
import { type ClientDocument, clients } from './documents';
import { type ClientDto, toClient } from './dto';
import { clientSearchFields } from './search-fields';
import type { EditClientInput } from './schemas';

/** Splits a patch into what is set and what is emptied. */
function changes(patch: Omit<EditClientInput, 'version'>): { set: Partial<ClientDocument>; unset: Record<string, ''> } {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return {
    set: Object.fromEntries(given.filter(([, value]) => value !== null)) as Partial<ClientDocument>,
    unset: Object.fromEntries(given.filter(([, value]) => value === null).map(([key]) => [key, ''] as const)),
  };
}

/**
 * Edits a file; archiving it is an edit of `archived`.
 * @throws AppError not_found, or stale_version with the file as it now is in `current`.
 */
export async function editClient(
  db: Database,
  _actor: StaffActor,
  id: string,
  input: EditClientInput,
): Promise<ClientDto> {
  const _id = toId(id);
  const { version, ...patch } = input;
  const before = await clients(db).findOne({ _id });
  if (!before) throw notFound();
  const { set, unset } = changes({ ...patch, email: patch.email ? emailKey(patch.email) : patch.email });
  const kept = { ...before, ...Object.fromEntries(Object.keys(unset).map((key) => [key, undefined])), ...set };
  const update: UpdateFilter<ClientDocument> = {
    $set: {
      ...set,
      ...clientSearchFields(kept),
      updatedAt: new Date(),
    },
    $inc: { version: 1 },
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
  };
  // The version is in the filter: of two saves of one version, one finds nothing and is told so.
  const after = await clients(db).findOneAndUpdate({ _id, version }, update, { returnDocument: 'after' });
  if (after) return toClient(after);
  const current = await clients(db).findOne({ _id });
  if (!current) throw notFound();
  throw new AppError('stale_version', { extra: { current: toClient(current) } });
}
