import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type AccountDocument, accounts } from './documents';
import type { Presence } from './rules';

const READ = {
  'profile.available': 1,
  'profile.backOn': 1,
  'profile.workingDays': 1,
  'profile.weeks': 1,
  'profile.absences': 1,
} as const;

/** What nobody said of somebody's week keeps no hour from them: the opening hours of the house decide. */
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** When somebody is there: days only, since clients read it too. Never why they are away, nor what they noted. */
export const toPresence = ({ profile }: Pick<AccountDocument, 'profile'>): Presence => ({
  available: profile?.available ?? true,
  backOn: profile?.backOn?.toISOString().slice(0, 10),
  away: (profile?.absences ?? []).map(({ from, to }) => ({ from, to })),
  workingDays: profile?.workingDays ?? EVERY_DAY,
  weeks: (profile?.weeks ?? []).map(({ from, workingDays }) => ({ from, workingDays })),
});

/** When these people of the house are there, by hex id; who does not work here has no entry. */
export async function findPresences(
  db: Database,
  ids: readonly ObjectId[],
  session?: ClientSession,
): Promise<Map<string, Presence>> {
  const people = await accounts(db)
    .find({ _id: { $in: [...ids] }, role: { $in: ['couturier', 'owner'] } }, { projection: READ, session })
    .toArray();
  return new Map(people.map((person) => [person._id.toHexString(), toPresence(person)]));
}
