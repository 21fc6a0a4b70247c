import { type ClientSession, ObjectId } from 'mongodb';
import type { Locale, StaffActor } from '../actor';
import { type AppointmentDocument, appointments } from '../appointments/documents';
import { earlierSets, writeSet } from '../clients/add-measurements';
import { findClientById } from '../clients/find-client';
import { toWarning } from '../clients/measurement-dto';
import { latestKnown } from '../clients/measurement-rules';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { attachFiles } from '../files/attach-files';
import { formatDifference } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { Announce } from '../orders/announce';
import { type OrderDocument, orders } from '../orders/documents';
import { findOrder, scopeOf } from '../orders/repository';
import { type NewEvent, tell } from '../orders/tell';
import { insertTask } from '../tasks/create-task';
import { BOARD_LOCK } from '../tasks/place-task';
import { changedMeasures, measuresOf } from './rules';
import { type FittingRemarkDocument, type FittingSheetDocument, fittingSheets } from './documents';
import { toFittingSheet } from './dto';
import type { FittingSheetDto, CreateFittingSheetInput } from './schemas';

const LONGEST_TITLE = 200;

/** « Tour de taille − 1,5 cm », as a task is called. */
function titleOf(locale: Locale, { point, label, delta, note }: FittingRemarkDocument): string {
  const name = point ? translator(locale, 'measurements')(`points.${point}`) : (label ?? '');
  const change = delta === undefined ? '' : `${formatDifference(locale, delta)} cm`;
  const title = [name, change].filter(Boolean).join(' ') || (note ?? '');
  return [...title].slice(0, LONGEST_TITLE).join('');
}

async function appointmentOf(
  db: Database,
  id: string,
  session: ClientSession,
): Promise<AppointmentDocument & { orderId: ObjectId }> {
  const appointment = await appointments(db).findOne({ _id: toId(id) }, { session });
  if (!appointment) throw notFound();
  const { orderId, status } = appointment;
  if (!orderId || (status !== 'confirmed' && status !== 'done')) throw new AppError('fitting_not_possible');
  return { ...appointment, orderId };
}

/** What the timeline tells: the parts meant for the client to both, the others to the atelier. */
function eventsOf({ _id, remarks, note }: FittingSheetDocument): NewEvent[] {
  const event = (visibility: 'client' | 'staff', list: readonly FittingRemarkDocument[], words?: string): NewEvent => {
    const files = list.flatMap((one) => one.files);
    return {
      type: 'fitted',
      visibility,
      ...(words ? { note: words } : {}),
      data: {
        sheetId: _id.toHexString(),
        adjustments: list.map((one) => ({ point: one.point, label: one.label, delta: one.delta, note: one.note })),
        ...(files.length > 0 ? { files } : {}),
      },
    };
  };
  const [shared, own] = [remarks.filter((one) => one.shared), remarks.filter((one) => !one.shared)];
  return [
    ...(shared.length > 0 || note ? [event('client', shared, note)] : []),
    ...(own.length > 0 ? [event('staff', own)] : []),
  ];
}

async function measure(
  db: Database,
  actor: StaffActor,
  order: OrderDocument,
  input: CreateFittingSheetInput,
  locale: Locale,
  now: Date,
  session: ClientSession,
): Promise<{ remarks: { before?: number; after?: number }[]; setId?: ObjectId }> {
  const { clientId } = order;
  const sets = await earlierSets(db, clientId, 'body', now, session);
  const known = latestKnown(sets);
  const remarks = input.remarks.map((remark) => measuresOf(remark, known));
  const changed = input.measure ? changedMeasures(input.remarks, known) : undefined;
  if (!changed) return { remarks };
  const { set, warnings } = changed;
  if (warnings.length > 0 && !input.confirm)
    throw new AppError('measurement_warnings', {
      extra: { warnings: warnings.map((warning) => toWarning(warning, locale)) },
    });
  const posture = sets.find((one) => one.posture)?.posture;
  const about = { clientId, takenAt: now, takenBy: actor.id, kind: 'body' as const, posture };
  const written = await writeSet(db, { ...about, ...set, warnings }, now, session);
  return { remarks, setId: written._id };
}

/**
 * Writes down a fitting, all of it or nothing: the sheet, the tasks its remarks become, the new measurement set, the
 * timeline of the order; and the appointment has taken place.
 * @throws AppError not_found; fitting_not_possible without an order, or for an hour that is not agreed on;
 * fitting_sheet_exists with `current`; measurement_warnings with the list unless `confirm` is true.
 */
export async function createFittingSheet(
  db: Database,
  actor: StaffActor,
  appointmentId: string,
  input: CreateFittingSheetInput,
  locale: Locale,
  announce: Announce,
): Promise<FittingSheetDto> {
  // The board's lock: tasks take their places at its end. Two sheets at once meet here too, and the second finds the first.
  const sheet = await withLock(db, BOARD_LOCK, async (session) => {
    const appointment = await appointmentOf(db, appointmentId, session);
    const { orderId, clientId, couturierId } = appointment;
    const existing = await fittingSheets(db).findOne({ appointmentId: appointment._id }, { session });
    if (existing)
      throw new AppError('fitting_sheet_exists', { extra: { current: toFittingSheet(existing, actor.role) } });
    const order = await findOrder(db, scopeOf(actor), orderId, session);
    if (!order) throw notFound();
    const now = new Date();
    const measured = await measure(db, actor, order, input, locale, now, session);
    const remarks: FittingRemarkDocument[] = [];
    for (const [index, { fileIds, task, ...said }] of input.remarks.entries()) {
      const ids = fileIds.map((id) => new ObjectId(id));
      const to = { kind: 'order', id: orderId, ...(said.shared ? {} : { audience: 'staff' as const }) } as const;
      const files = await attachFiles(db, actor, ids, to, session);
      const remark: FittingRemarkDocument = { ...said, ...measured.remarks[index], files };
      const made = task && {
        title: titleOf(locale, remark),
        note: remark.note,
        status: 'todo' as const,
        priority: 'normal' as const,
        checklist: [],
      };
      const taskId = made
        ? (await insertTask(db, actor, made, { orderId, clientId, assigneeId: couturierId }, session))._id
        : undefined;
      remarks.push({ ...remark, taskId });
    }
    const document: FittingSheetDocument = {
      _id: newId(),
      appointmentId: appointment._id,
      orderId,
      clientId,
      couturierId: actor.id,
      couturierName: actor.name,
      remarks,
      note: input.note,
      measurementSetId: measured.setId,
      createdAt: now,
    };
    await fittingSheets(db).insertOne(document, { session });
    await appointments(db).updateOne(
      { _id: appointment._id, status: 'confirmed' },
      { $set: { status: 'done', updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
    // Touched, so that open pages read the timeline again; nothing of the order itself changes.
    await orders(db).updateOne({ _id: orderId }, { $set: { updatedAt: now } }, { session });
    const client = await findClientById(db, clientId, session);
    await tell(db, { actor, order, client, events: eventsOf(document), now, session, announce });
    return document;
  });
  return toFittingSheet(sheet, actor.role);
}
