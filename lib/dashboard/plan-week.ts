import type { StaffActor } from '../actor';
import type { AppointmentDto } from '../appointments/dto';
import { accounts } from '../auth/documents';
import { toPresence } from '../auth/find-presence';
import { addDays, mondayOf } from '../calendar';
import type { Database } from '../db/client';
import { dayKey } from '../i18n/format';
import type { TaskDto } from '../tasks/dto';
import type { Hands } from '../planner/plan';
import type { DayLoad } from './schemas';

/** How much one person can do on a day: nothing when the house is closed or they are away. */
export type Capacity = (day: string) => number;

const USUAL_DAYS = [1, 2, 3, 4, 5];

/** What is known of a person's hands; who said nothing of their week works the usual one. */
export async function handsOf(db: Database, actor: StaffActor): Promise<Hands> {
  const account = await accounts(db).findOne({ _id: actor.id }, { projection: { profile: 1 } });
  const profile = account?.profile;
  const { weeklyHours = 35, workingDays = USUAL_DAYS, weeks = [] } = profile ?? {};
  const presence = { ...toPresence({ profile }), workingDays };
  return { id: actor.id.toHexString(), weeklyHours, presence, weeks };
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
