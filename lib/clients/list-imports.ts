import type { ClientSession, Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import { staffNamesOf } from '../auth/staff-names';
import type { Database } from '../db/client';
import { clients, type ImportDocument, imports, importSteps } from './documents';
import type { ImportDto } from './schemas';
import { UNDO_DAYS, undoneUntil } from './undo-rules';
import { DAY_MS } from '../calendar';

/** So many imports are shown, and of one so much of what was left. */
const SHOWN = 20;
const LEFT_SHOWN = 100;

/** The imports somebody may take back: their own, and all of them for the owner. The database forgets older ones in its own time. */
export const undoable = (actor: StaffActor): Filter<ImportDocument> => ({
  at: { $gt: new Date(Date.now() - UNDO_DAYS * DAY_MS) },
  ...(actor.role === 'owner' ? {} : { by: actor.id }),
});

/** An import as it leaves, with what was left of it where it was taken back. */
export async function toImport(db: Database, found: ImportDocument, session?: ClientSession): Promise<ImportDto> {
  const { _id, by, at, opened, changed, undone } = found;
  const names = await staffNamesOf(db, undone ? [by, undone.by] : [by]);
  const nameOf = (id: ImportDocument['by']) => names.get(id.toHexString()) ?? '';
  const one = {
    id: _id.toHexString(),
    at: at.toISOString(),
    until: undoneUntil(at).toISOString(),
    by: nameOf(by),
    opened,
    changed,
  };
  if (!undone) return one;
  const steps = await importSteps(db)
    .find({ importId: _id, left: { $exists: true } }, { session, sort: { _id: -1 }, limit: LEFT_SHOWN })
    .toArray();
  const files = await clients(db)
    .find({ _id: { $in: steps.map(({ clientId }) => clientId) } }, { session, projection: { name: 1 } })
    .toArray();
  const fileOf = new Map(files.map((file) => [file._id.toHexString(), file.name]));
  return {
    ...one,
    undone: {
      at: undone.at.toISOString(),
      by: nameOf(undone.by),
      removed: undone.removed,
      restored: undone.restored,
      leftCount: await importSteps(db).countDocuments({ importId: _id }, { session }),
      left: steps.flatMap(({ clientId, left }) => {
        const id = clientId.toHexString();
        const name = fileOf.get(id);
        if (!left || name === undefined) return [];
        const fields = [...(left.fields ?? []), ...(left.measurements ? (['measurements'] as const) : [])];
        return [{ client: { id, name }, why: left.why, fields }];
      }),
    },
  };
}

/** The imports of the last thirty days, the last one first. */
export async function listImports(db: Database, actor: StaffActor): Promise<{ items: ImportDto[] }> {
  const found = await imports(db).find(undoable(actor)).sort({ at: -1 }).limit(SHOWN).toArray();
  return { items: await Promise.all(found.map((one) => toImport(db, one))) };
}
