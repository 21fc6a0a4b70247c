import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { agendaLock } from '../appointments/hold-slot';
import { recordAct } from '../audit/record-act';
import type { ActKind } from '../audit/words';
import { type Absence, accounts } from '../auth/documents';
import { type Days, overlapping } from '../auth/rules';
import { isActiveStaff, staffNamesOf } from '../auth/staff-names';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { dayKey, formatDate } from '../i18n/format';
import { ABSENCE_KEPT_DAYS, HOUSE_HORIZON_DAYS, MOST_ABSENCES, NOTED_AFTER_DAYS } from '../limits';
import { toAbsence } from './dto';
import { findFalling } from './find-falling';
import type { AbsenceDto, AddAbsenceInput, EditAbsenceInput } from './schemas';
import { handOf } from './staff-scope';

/** Somebody's absences as they stand, and what becomes of them. */
interface Change {
  kind: ActKind;
  /** The one it is about, as it is told. */
  about: Absence;
  all: Absence[];
}

interface Whose {
  db: Database;
  actor: StaffActor;
  staffId: ObjectId;
  now: Date;
}

/** Under the agenda's lock: an hour booked at the same instant is either refused, or stands in the answer. */
const changing = (
  { db, actor, staffId, now }: Whose,
  change: (all: Absence[], session: ClientSession) => Promise<Change>,
): Promise<Absence> =>
  withLock(db, agendaLock(staffId), async (session) => {
    const person = await accounts(db).findOne(handOf(actor, staffId), { session, projection: { profile: 1 } });
    if (!person) throw notFound();
    const { kind, about, all } = await change(person.profile?.absences ?? [], session);
    const oldest = addDays(dayKey(now), -ABSENCE_KEPT_DAYS);
    const kept = all.filter(({ to }) => to >= oldest).sort((a, b) => (a.from < b.from ? -1 : 1));
    await accounts(db).updateOne({ _id: staffId }, { $set: { 'profile.absences': kept, updatedAt: now } }, { session });
    const of = { kind: 'account' as const, id: staffId };
    await recordAct(db, { kind, by: actor.id, of, detail: { from: about.from, to: about.to }, at: now }, session);
    return about;
  });

/** The answer: the absence, and what falls into it. */
async function answer({ db, staffId, now }: Whose, absence: Absence): Promise<AbsenceDto> {
  const [[falling], names] = await Promise.all([
    findFalling(db, [{ ...absence, couturierId: staffId }], now),
    staffNamesOf(db, absence.coverId ? [absence.coverId] : []),
  ]);
  return toAbsence(absence, falling ?? { appointments: [], orders: [] }, names);
}

function assertDays({ actor, now }: Whose, days: Days, others: readonly Absence[], before?: Absence): void {
  const today = dayKey(now);
  const begun = before?.from === days.from;
  if ((!begun && days.from < addDays(today, -NOTED_AFTER_DAYS)) || days.to > addDays(today, HOUSE_HORIZON_DAYS))
    throw new AppError('absence_day');
  const other = overlapping(others, days);
  if (!other) return;
  const said = { from: formatDate(actor.locale, other.from), to: formatDate(actor.locale, other.to) };
  throw new AppError('absence_overlaps', { values: said });
}

/** Nobody stands in for themselves, or on days they are away. */
async function assertCover(
  { db, staffId }: Whose,
  { coverId, ...days }: Days & { coverId?: string },
  session: ClientSession,
): Promise<void> {
  if (coverId === undefined) return;
  const id = toId(coverId);
  const cover = await accounts(db).findOne({ _id: id }, { session, projection: { 'profile.absences': 1 } });
  const away = overlapping(cover?.profile?.absences ?? [], days) !== undefined;
  if (id.equals(staffId) || away || !(await isActiveStaff(db, id))) throw new AppError('cover_not_there');
}

/**
 * Enters days somebody is away.
 * @returns the absence with what falls into it; nothing of that is moved.
 * @throws AppError not_found for who is not theirs to write for; absence_day, absence_overlaps, too_many_absences, cover_not_there.
 */
export async function addAbsence(
  db: Database,
  actor: StaffActor,
  staffId: ObjectId,
  input: AddAbsenceInput,
  now = new Date(),
): Promise<AbsenceDto> {
  const whose = { db, actor, staffId, now };
  const { coverId, note, ...days } = input;
  const added = await changing(whose, async (all, session) => {
    assertDays(whose, days, all);
    if (all.filter(({ to }) => to >= dayKey(now)).length >= MOST_ABSENCES)
      throw new AppError('too_many_absences', { values: { most: MOST_ABSENCES } });
    await assertCover(whose, input, session);
    const about: Absence = {
      id: newId(),
      ...days,
      ...(note ? { note } : {}),
      ...(coverId ? { coverId: toId(coverId) } : {}),
      by: actor.id,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
    return { kind: 'absenceEntered', about, all: [...all, about] };
  });
  return answer(whose, added);
}

/**
 * Changes an absence, whole: what is left out is no longer there.
 * @throws AppError as addAbsence; stale_version with `current`.
 */
export async function editAbsence(
  db: Database,
  actor: StaffActor,
  ids: { staffId: ObjectId; absenceId: ObjectId },
  input: EditAbsenceInput,
  now = new Date(),
): Promise<AbsenceDto> {
  const whose = { db, actor, staffId: ids.staffId, now };
  const { version, coverId, note, ...days } = input;
  const edited = await changing(whose, async (all, session) => {
    const before = all.find(({ id }) => id.equals(ids.absenceId));
    if (!before) throw notFound();
    if (before.version !== version)
      throw new AppError('stale_version', { extra: { current: await answer(whose, before) } });
    const others = all.filter((one) => one !== before);
    assertDays(whose, days, others, before);
    await assertCover(whose, input, session);
    const { id, by, createdAt } = before;
    const about: Absence = {
      id,
      ...days,
      ...(note ? { note } : {}),
      ...(coverId ? { coverId: toId(coverId) } : {}),
      by,
      createdAt,
      updatedAt: now,
      version: version + 1,
    };
    return { kind: 'absenceChanged', about, all: [...others, about] };
  });
  return answer(whose, edited);
}

/**
 * Takes an absence back: its hours are offered again.
 * @throws AppError not_found.
 */
export async function withdrawAbsence(
  db: Database,
  actor: StaffActor,
  ids: { staffId: ObjectId; absenceId: ObjectId },
  now = new Date(),
): Promise<void> {
  await changing({ db, actor, staffId: ids.staffId, now }, (all) => {
    const about = all.find(({ id }) => id.equals(ids.absenceId));
    if (!about) throw notFound();
    return Promise.resolve({ kind: 'absenceWithdrawn', about, all: all.filter((one) => one !== about) });
  });
}
