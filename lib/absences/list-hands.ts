import type { Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import { type AccountDocument, accounts } from '../auth/documents';
import { byJoining, staffNamesOf } from '../auth/staff-names';
import type { Database } from '../db/client';
import { dayKey } from '../i18n/format';
import { toAbsence, toHand } from './dto';
import { findFalling } from './find-falling';
import type { HandDto, HandsDto } from './schemas';
import { handOf, handsOf } from './staff-scope';

/** Hours and absences of these people, in the order they joined; absences that are over are left out. */
export async function readHands(db: Database, whom: Filter<AccountDocument>, now: Date): Promise<HandDto[]> {
  const today = dayKey(now);
  const people = await accounts(db)
    .find(whom, { projection: { name: 1, profile: 1, createdAt: 1 } })
    .toArray();
  people.sort(byJoining);
  const away = people.flatMap(({ _id, profile }) =>
    (profile?.absences ?? []).filter(({ to }) => to >= today).map((absence) => ({ ...absence, couturierId: _id })),
  );
  const falling = await findFalling(db, away, now);
  const names = await staffNamesOf(db, [
    ...away.flatMap(({ coverId }) => (coverId ? [coverId] : [])),
    ...people.flatMap(({ profile }) => (profile?.weeks ?? []).map(({ by }) => by)),
  ]);
  const nothing = { appointments: [], orders: [] };
  const shown = away.map((absence, at) => ({
    of: absence.couturierId,
    dto: toAbsence(absence, falling[at] ?? nothing, names),
  }));
  return people.map((person) =>
    toHand(
      person,
      shown.filter(({ of }) => of.equals(person._id)).map(({ dto }) => dto),
      { names, today },
    ),
  );
}

/** One's own hours and absences. */
export const listOwnHand = async (db: Database, actor: StaffActor, now = new Date()): Promise<HandsDto> => ({
  today: dayKey(now),
  items: await readHands(db, handOf(actor, actor.id), now),
});

/** The people whose hours and absences one may change: everybody for an owner, oneself for a couturier. */
export const listHands = async (db: Database, actor: StaffActor, now = new Date()): Promise<HandsDto> => ({
  today: dayKey(now),
  items: await readHands(db, handsOf(actor), now),
});
