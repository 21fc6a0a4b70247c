import { isDeepStrictEqual } from 'node:util';
import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import {
  type ClientDocument,
  clients,
  imports,
  type ImportStepDocument,
  importSteps,
  measurementSets,
} from '../clients/documents';
import { toImport, undoable } from '../clients/list-imports';
import type { ImportDto } from '../clients/schemas';
import { clientSearchFields } from '../clients/search-fields';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { notFound } from '../errors';
import { orders } from '../orders/documents';
import { ALL_TRACES } from './all-traces';

/** So many files are taken back in one transaction: thousands in one stop everybody else while it is written down. */
const AT_ONCE = 500;

/**
 * Takes an import back: the files that it opened go, what it changed is as it was before. Whatever somebody has changed since, or
 * used, is left as it is and named; so are files that have become one with another. Each part is done whole or not at all; what was
 * interrupted goes on where it stood when it is asked for again, and asked for once more it answers the same.
 * @throws AppError not_found for what is unknown, somebody else's, or older than thirty days.
 */
export async function undoImport(db: Database, actor: StaffActor, id: string): Promise<ImportDto> {
  const mine = { _id: toId(id), ...undoable(actor) };
  for (;;) {
    const found = await imports(db).findOne(mine);
    if (!found) throw notFound();
    if (found.undone) return toImport(db, found);
    // Never beside an import, which looks for the same people.
    await withLock(db, 'clientImport', async (session) => {
      const now = await imports(db).findOne({ ...mine, undone: { $exists: false } }, { session });
      if (!now) return;
      // The last thing first: what was changed twice is as it was before the first time.
      const open = { importId: now._id, left: { $exists: false } };
      const steps = await importSteps(db)
        .find(open, { session, sort: { _id: -1 }, limit: AT_ONCE })
        .toArray();
      // And whatever else was done to the same files: a file is taken back, counted and named once.
      const [ids, clientIds] = [steps.map(({ _id }) => _id), steps.map(({ clientId }) => clientId)];
      const others = await importSteps(db)
        .find({ ...open, clientId: { $in: clientIds }, _id: { $nin: ids } }, { session, sort: { _id: -1 } })
        .toArray();
      const undo = new Undo(db, session);
      await undo.take([...steps, ...others]);
      const { removed = 0, restored = 0 } = now.undoing ?? {};
      const undoing = { removed: removed + undo.removed, restored: restored + undo.restored };
      if (steps.length === AT_ONCE) {
        await imports(db).updateOne({ _id: now._id }, { $set: { undoing } }, { session });
        return;
      }
      const undone = { by: actor.id, at: new Date(), ...undoing };
      await imports(db).updateOne({ _id: now._id }, { $set: { undone }, $unset: { undoing: '' } }, { session });
      const detail = { count: undone.removed, more: undone.restored };
      await recordAct(db, { kind: 'clientsImportUndone', by: actor.id, detail }, session);
    });
  }
}

type Left = NonNullable<ImportStepDocument['left']>;

/** What of an import goes, and what stays. */
class Undo {
  removed = 0;
  readonly #restored = new Set<string>();
  /** What of a file is left, by the file. */
  readonly #left = new Map<string, { _id: ObjectId; left: Left }>();

  constructor(
    private readonly db: Database,
    private readonly session: ClientSession,
  ) {}

  get restored(): number {
    return this.#restored.size;
  }

  async take(steps: readonly ImportStepDocument[]): Promise<void> {
    const { db, session } = this;
    const ids = steps.map(({ clientId }) => clientId);
    const files = await clients(db)
      .find({ _id: { $in: ids } }, { session })
      .toArray();
    const fileOf = new Map(files.map((file) => [file._id.toHexString(), file]));
    const opened = steps.filter((step) => step.opened);
    const used = await this.#used(opened);
    const gone: ObjectId[] = [];
    const done: ObjectId[] = [];
    for (const step of opened) {
      const file = fileOf.get(step.clientId.toHexString());
      if (file && (file.accountId || used.has(file._id.toHexString()))) await this.#leave(step, { why: 'used' });
      else if (file && file.version !== 1) await this.#leave(step, { why: 'changed' });
      else {
        done.push(step._id);
        if (file) gone.push(file._id);
      }
    }
    this.removed = gone.length;
    await clients(db).deleteMany({ _id: { $in: gone } }, { session });
    const sets = opened.flatMap(({ clientId, setId }) =>
      setId && gone.some((one) => one.equals(clientId)) ? setId : [],
    );
    if (sets.length > 0) await measurementSets(db).deleteMany({ _id: { $in: sets } }, { session });
    for (const step of steps) {
      if (step.opened) continue;
      const file = fileOf.get(step.clientId.toHexString());
      if (!file || gone.some((one) => one.equals(file._id)) || (await this.#restore(step, file))) done.push(step._id);
    }
    await importSteps(db).deleteMany({ _id: { $in: done } }, { session });
  }

  /** The files that something else of the house names by now: an order, an hour, a message, an invitation, a measurement. */
  async #used(steps: readonly ImportStepDocument[]): Promise<Set<string>> {
    const { db, session } = this;
    const ids = steps.map(({ clientId }) => clientId);
    if (ids.length === 0) return new Set();
    const own = steps.flatMap(({ setId }) => setId ?? []);
    const measured = await measurementSets(db).distinct(
      'clientId',
      { clientId: { $in: ids }, _id: { $nin: own } },
      { session },
    );
    const used = new Set(measured.map(String));
    for (const { using } of ALL_TRACES)
      for (const one of (await using?.(db, ids, session)) ?? []) used.add(String(one));
    return used;
  }

  /** Puts back what stands as the import left it. @returns whether that was all of it */
  async #restore(step: ImportStepDocument, file: ClientDocument): Promise<boolean> {
    const { db, session } = this;
    const { before = {}, after = {}, fields = [], setId } = step;
    const back = fields.filter((field) => isDeepStrictEqual(file[field], after[field]));
    const left = fields.filter((field) => !back.includes(field));
    if (back.length > 0) {
      for (const field of back) {
        if (before[field] === undefined) delete file[field];
        else Object.assign(file, { [field]: before[field] });
      }
      const gone = back.filter((field) => before[field] === undefined);
      await clients(db).updateOne(
        { _id: file._id },
        {
          $set: {
            ...Object.fromEntries(back.filter((field) => !gone.includes(field)).map((field) => [field, before[field]])),
            ...clientSearchFields(file),
            updatedAt: new Date(),
          },
          ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((field) => [field, ''])) } : {}),
          $inc: { version: 1 },
        },
        { session },
      );
    }
    const cut = setId
      ? await orders(db).countDocuments({ clientId: file._id, 'measurementSnapshot.setId': setId }, { session })
      : 0;
    if (setId && cut === 0) await this.#unmeasure(file, setId);
    if (back.length > 0 || (setId && cut === 0)) this.#restored.add(file._id.toHexString());
    if (left.length === 0 && cut === 0) return true;
    await this.#leave(step, {
      why: left.length > 0 ? 'changed' : 'used',
      ...(left.length > 0 ? { fields: left } : {}),
      ...(cut > 0 ? { measurements: true as const } : {}),
    });
    return false;
  }

  async #unmeasure(file: ClientDocument, setId: ObjectId): Promise<void> {
    const { db, session } = this;
    await measurementSets(db).deleteOne({ _id: setId }, { session });
    const last = await measurementSets(db).findOne({ clientId: file._id }, { session, sort: { takenAt: -1 } });
    await clients(db).updateOne(
      { _id: file._id },
      last ? { $set: { lastMeasuredAt: last.takenAt } } : { $unset: { lastMeasuredAt: '' } },
      { session },
    );
  }

  /** What is left keeps no word of what was before; what is left of one file is one thing. */
  async #leave({ _id, clientId }: ImportStepDocument, left: Left): Promise<void> {
    const { db, session } = this;
    const earlier = this.#left.get(clientId.toHexString());
    const all = earlier ? together(earlier.left, left) : left;
    const kept = { _id: earlier?._id ?? _id, left: all };
    this.#left.set(clientId.toHexString(), kept);
    if (earlier) await importSteps(db).deleteOne({ _id }, { session });
    await importSteps(db).updateOne(
      { _id: kept._id },
      { $set: { left: all }, $unset: { fields: '', before: '', after: '', setId: '', opened: '' } },
      { session },
    );
  }
}

/** What is left of a file where two steps left something. */
function together(one: Left, other: Left): Left {
  const fields = [...new Set([...(one.fields ?? []), ...(other.fields ?? [])])];
  return {
    why: fields.length > 0 ? 'changed' : one.why,
    ...(fields.length > 0 ? { fields } : {}),
    ...(one.measurements || other.measurements ? { measurements: true as const } : {}),
  };
}
