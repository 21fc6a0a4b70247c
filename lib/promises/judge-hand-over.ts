import type { JudgeHandOver, Untenable } from '../orders/promise-day';
import { judgeDay } from './judge';
import { readPlan } from './read-plan';
import { namerOf, sayReasons, sufferingOf } from './say-reasons';

/**
 * What speaks against the promised days of one couturier's orders once another one has them all, with the tasks on them: each is
 * judged beside the others, and beside what the other had already. A day that has gone by is left out.
 */
export const judgeHandOver: JudgeHandOver = async (db, { from, to, now }) => {
  const plan = await readPlan(db, now);
  const isTheirs = (id: string): boolean => plan.promised.get(id)?.couturierId.toHexString() === from;
  const work = plan.work.map((one) => (one.handsId === from && isTheirs(one.id) ? { ...one, handsId: to } : one));
  const handed = { ...plan, work };
  const found = new Map<string, Untenable>();
  const due = new Map(work.filter(({ id }) => isTheirs(id)).map((one) => [one.id, one]));
  for (const [id, { due: day, noLaterThan: eventDay }] of due) {
    if (day < plan.today) continue;
    const shares = work.filter((one) => one.id === id);
    const judged = judgeDay(handed, { id, eventDay, shares }, day);
    if (judged.degree !== 'untenable') continue;
    const called = await namerOf(db, handed, sufferingOf(judged));
    const said = { today: plan.today, day, degree: judged.degree, reasons: sayReasons(handed, judged, called) };
    found.set(id, said);
  }
  return found;
};
