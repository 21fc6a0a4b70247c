import type { Filter } from 'mongodb';
import { type AccountDocument, accounts } from '../auth/documents';
import { toPresence } from '../auth/find-presence';
import { byJoining } from '../auth/staff-names';
import type { Database } from '../db/client';
import type { Hands } from '../planner/plan';

const USUAL_HOURS = 35;
const USUAL_DAYS = [1, 2, 3, 4, 5];

/** A person's hands, with the name the staff knows them by. */
export type NamedHands = Hands & { name: string };

/** What is known of people's hands, in the order they joined; who said nothing of their week works the usual one. */
export async function findHands(db: Database, whom: Filter<AccountDocument> = {}): Promise<NamedHands[]> {
  const people = await accounts(db)
    .find(
      { $and: [{ role: { $in: ['couturier', 'owner'] }, disabled: false }, whom] },
      { projection: { name: 1, profile: 1, createdAt: 1 } },
    )
    .toArray();
  return people.sort(byJoining).map(({ _id, name, profile }) => {
    const { weeklyHours = USUAL_HOURS, workingDays = USUAL_DAYS, weeks = [] } = profile ?? {};
    return { id: _id.toHexString(), name, weeklyHours, presence: { ...toPresence({ profile }), workingDays }, weeks };
  });
}
