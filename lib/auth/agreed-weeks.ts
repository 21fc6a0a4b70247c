import type { ObjectId } from 'mongodb';
import { MOST_WEEKS } from '../limits';
import type { AgreedWeek, StaffProfile } from './documents';

type Week = Pick<StaffProfile, 'weeklyHours' | 'workingDays'>;

/**
 * The weeks of a profile with another one agreed on from a day on. What was agreed before stays as the history, however it was
 * dated; beyond so many, the oldest becomes what held at the beginning.
 */
export function withWeek(
  profile: StaffProfile | undefined,
  { from, ...week }: Week & { from: string },
  { by, at }: { by: ObjectId; at: Date },
): Week & { weeks: AgreedWeek[] } {
  const days = [...new Set(week.workingDays)].sort();
  // The newest of one day counts: they stay in the order they were said.
  const weeks = [...(profile?.weeks ?? []), { from, weeklyHours: week.weeklyHours, workingDays: days, by, at }].sort(
    (a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1),
  );
  const folded = weeks.slice(0, Math.max(0, weeks.length - MOST_WEEKS)).at(-1);
  const { weeklyHours, workingDays } = folded ?? { weeklyHours: 0, workingDays: [], ...profile };
  return { weeklyHours, workingDays, weeks: weeks.slice(-MOST_WEEKS) };
}
