import { type Busy, listBusy } from '../appointments/list-busy';
import { answerPace } from '../chat/answer-paces';
import type { Pace } from '../chat/rules';
import type { Database } from '../db/client';
import { toId } from '../db/ids';

/** What the public may know of a couturier's present: whom one would interrupt, and how soon one is usually answered. */
export interface CouturierMoment {
  busy?: Busy;
  pace: Pace | null;
}

const PACE_MS = 10 * 60_000;
/** A habit of weeks need not be read again at each visit. */
const paces = new Map<string, { pace: Pace | null; until: number }>();

async function knownPace(db: Database, id: string, now: Date): Promise<Pace | null> {
  const known = paces.get(id);
  if (known && known.until > now.getTime()) return known.pace;
  const pace = await answerPace(db, toId(id), now);
  paces.set(id, { pace, until: now.getTime() + PACE_MS });
  return pace;
}

/** The present of these couturiers, by id. */
export async function couturierMoments(
  db: Database,
  couturiers: readonly { id: string }[],
  now = new Date(),
): Promise<Map<string, CouturierMoment>> {
  const [busy, habits] = await Promise.all([
    listBusy(db, now),
    Promise.all(couturiers.map(({ id }) => knownPace(db, id, now))),
  ]);
  return new Map(couturiers.map(({ id }, index) => [id, { busy: busy.get(id), pace: habits[index] ?? null }]));
}
