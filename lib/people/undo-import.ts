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

/** Some twentieth of a second of work; whoever asks something else of the house is answered meanwhile. */
const AT_ONCE = 200;

/**
 * Takes an import back, all of it or nothing: the files that it opened go, what it changed is as it was before. Whatever somebody
 * has changed since, or used, is left as it is and named; so are files that have become one with another. Asked again, it
 * answers the same. Two imports, or an import and this, come one after the other.
 * @throws AppError not_found for what is unknown, somebody else's, or older than thirty days.
 */
export async function undoImport(db: Database, actor: StaffActor, id: string): Promise<ImportDto> {
  const done = await withLock(db, 'clientImport', async (session) => {
    const found = await imports(db).findOne({ _id: toId(id), ...undoable(actor) }, { session });
    if (!found || found.undone) return found;
    const undo = new Undo(db, session);
    let steps: ImportStepDocument[];
    let before: ObjectId | undefined;
    do {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      // The last thing first: what was changed twice is as it was before the first time.
      steps = await importSteps(db)
        .find(
          { importId: found._id, ...(before ? { _id: { $lt: before } } : {}) },
          { session, sort: { _id: -1 }, limit: AT_ONCE },
        )
        .toArray();
      await undo.take(steps);
      before = steps.at(-1)?._id;
    } while (steps.length === AT_ONCE);
    const undone = { by: actor.id, at: new Date(), removed: undo.removed, restored: undo.restored };
    await imports(db).updateOne({ _id: found._id }, { $set: { undone } }, { session });
    const detail = { count: undo.removed, more: undo.restored };
    await recordAct(db, { kind: 'clientsImportUndone', by: actor.id, detail }, session);
    return { ...found, undone };
  });
  if (!done) throw notFound();
  return toImport(db, done);
}

/** What of an import goes, and what stays. */
class Undo {
  removed = 0;
  readonly #restored = new Set<string>();

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
    const opened = steps.filter((step) => step.opened && !step.left);
    const used = await this.#used(opened);
    const gone: ObjectId[] = [];
    for (const step of opened) {
      const file = fileOf.get(step.clientId.toHexString());
      if (file && (file.accountId || used.has(file._id.toHexString()))) await this.#leave(step, { why: 'used' });
      else if (file && file.version !== 1) await this.#leave(step, { why: 'changed' });
      else {
        gone.push(step.clientId);
        if (file) this.removed += 1;
      }
    }
    await clients(db).deleteMany({ _id: { $in: gone } }, { session });
    await measurementSets(db).deleteMany({ clientId: { $in: gone } }, { session });
    await importSteps(db).deleteMany({ clientId: { $in: gone } }, { session });
    for (const step of steps) {
      const file = fileOf.get(step.clientId.toHexString());
      if (!step.opened && !step.left && file) await this.#restore(step, file);
    }
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

  /** Puts back what stands as the import left it. */
  async #restore(step: ImportStepDocument, file: ClientDocument): Promise<void> {
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
    if (left.length > 0 || cut > 0)
      await this.#leave(step, {
        why: left.length > 0 ? 'changed' : 'used',
        ...(left.length > 0 ? { fields: left } : {}),
        ...(cut > 0 ? { measurements: true as const } : {}),
      });
    else await importSteps(db).deleteOne({ _id: step._id }, { session });
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

  /** What is left keeps no word of what was before. */
  async #leave(step: ImportStepDocument, left: NonNullable<ImportStepDocument['left']>): Promise<void> {
    await importSteps(this.db).updateOne(
      { _id: step._id },
      { $set: { left }, $unset: { fields: '', before: '', after: '', setId: '', opened: '' } },
      { session: this.session },
    );
  }
}
