import type { StaffActor } from '../actor';
import type { AppointmentDto } from '../appointments/dto';
import { addDays, mondayOf } from '../calendar';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { dayKey } from '../i18n/format';
import type { TaskDto } from '../tasks/dto';
import type { Hands } from '../planner/plan';
import { findHands } from '../promises/find-hands';
import type { DayLoad } from './schemas';

/** How much one person can do on a day: nothing when the house is closed or they are away. */
export type Capacity = (day: string) => number;

/** One's own hands. */
export async function handsOf(db: Database, actor: StaffActor): Promise<Hands> {
  const [hands] = await findHands(db, { _id: actor.id });
  // Whoever acts works here: an account is disabled with its sessions.
  if (!hands) throw notFound();
  return hands;
}

/** Minutes that are planned on a day: its tasks and appointments; what is late counts for today. */
export function plannedOn(
  day: string,
  today: string,
  tasks: readonly TaskDto[],
  held: readonly AppointmentDto[],
): number {
  const dayOf = (task: TaskDto): string | undefined => {
    if (task.status === 'done') return task.doneAt && dayKey(task.doneAt);
    if (!task.dueDate) return undefined;
    const due = dayKey(task.dueDate);
    return due < today ? today : due;
  };
  const work = tasks.filter((task) => dayOf(task) === day).reduce((sum, task) => sum + (task.minutes ?? 0), 0);
  return work + held.filter((one) => dayKey(one.start) === day).reduce((sum, one) => sum + one.minutes, 0);
}

/** Monday to Saturday of this week, and Sunday where something is planned or somebody works. */
export function planWeek(
  today: string,
  capacity: Capacity,
  tasks: readonly TaskDto[],
  held: readonly AppointmentDto[],
): DayLoad[] {
  const monday = mondayOf(today);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    .map((day) => ({ day, planned: plannedOn(day, today, tasks, held), capacity: capacity(day) }))
    .filter((load, index) => index < 6 || load.planned > 0 || load.capacity > 0);
}
