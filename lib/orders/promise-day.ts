import type { Database } from '../db/client';
import { AppError } from '../errors';
import { dayKey } from '../i18n/format';
import type { ReasonKind } from '../planner/words';
import type { OrderDocument } from './documents';
import type { NewEvent } from './tell';

/** What the planner needs to know of an order. */
export type Promisable = Pick<
  OrderDocument,
  '_id' | 'couturierId' | 'garment' | 'stage' | 'kind' | 'workMinutes' | 'promisedDate' | 'eventDate'
>;

/** What speaks against a day that cannot be kept. */
export interface Untenable {
  reasons: readonly { kind: ReasonKind }[];
}

/**
 * A port, as `Announce` is: the planner's room knows orders, so orders cannot know it. Answers what speaks against a day that cannot
 * be kept, and nothing where it can. `order` is as it is about to be; `given` where other hands take it, and the work on it, over.
 */
export type JudgeDay = (
  db: Database,
  asked: { order: Promisable; day: string; given?: boolean; now: Date },
) => Promise<Untenable | undefined>;

interface Promised {
  order: Promisable;
  date: Date;
  given?: boolean;
  now: Date;
  /** Why it is promised although it cannot be kept. */
  reason: string | undefined;
}

/**
 * Asks the hours before a day is promised, as they are at that moment. Against them it is promised with a reason only, which the
 * atelier reads in the timeline and the client never does.
 * @throws AppError promise_untenable with what speaks against the day, unless a reason is given.
 */
export async function promiseDay(
  db: Database,
  judge: JudgeDay,
  { order, date, given, now, reason }: Promised,
): Promise<NewEvent[]> {
  const day = dayKey(date);
  const promise = await judge(db, { order, day, given, now });
  return promise ? promisedAnyway(promise, day, reason) : [];
}

function promisedAnyway(promise: Untenable, day: string, reason: string | undefined): NewEvent[] {
  if (reason === undefined) throw new AppError('promise_untenable', { extra: { promise } });
  const against = [...new Set(promise.reasons.map(({ kind }) => kind))];
  return [{ type: 'promisedAnyway', to: day, note: reason, data: { against }, visibility: 'staff' }];
}

/**
 * Asks the hours again for a day that was promised and stays, because other hands take the piece or it is worn on another day. What
 * was true of it before is not asked twice; a day that has gone by is no promise any more.
 * @param before the order as it was, where its hands are the same
 * @throws AppError promise_untenable, as `promiseDay`.
 */
export async function standingPromise(
  db: Database,
  judge: JudgeDay,
  { before, order, given, now, reason }: Omit<Promised, 'date'> & { before?: Promisable },
): Promise<NewEvent[]> {
  const day = order.promisedDate && dayKey(order.promisedDate);
  if (day === undefined || day < dayKey(now)) return [];
  const promise = await judge(db, { order, day, given, now });
  if (!promise) return [];
  const was = before && (await judge(db, { order: before, day, now }));
  const known = new Set(was?.reasons.map(({ kind }) => kind));
  return promise.reasons.every(({ kind }) => known.has(kind)) ? [] : promisedAnyway(promise, day, reason);
}

/**
 * Answers which promised days of one couturier's orders could not be kept by another one who takes them all over, by the hex id of
 * the order, with what speaks against each. A port, as `JudgeDay` is.
 */
export type JudgeHandOver = (
  db: Database,
  hands: { from: string; to: string; now: Date },
) => Promise<ReadonlyMap<string, Untenable>>;
