import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { readGroup } from '../notifications/read-notifications';
import type { Announce } from './announce';
import type { OrderDto } from './answers';
import { changeOrder } from './change-order';
import type { AnswerDefectInput } from './schemas';
import { eventGroup } from './speak';

/**
 * Answers what a client reported of a piece that was handed over, in words: what it is, or why nothing is done. A retouche answers it
 * too (`open-retouche.ts`).
 * @throws AppError not_found for a defect that is not there; action_not_allowed for one that has its answer.
 */
export const answerDefect = (
  db: Database,
  actor: StaffActor,
  id: string,
  n: number,
  { note }: AnswerDefectInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async ({ order, by, now, session, demand }) => {
    const asked = order.defects?.find((defect) => defect.n === n);
    if (!asked) throw new AppError('not_found');
    if (asked.answer) throw new AppError('action_not_allowed');
    demand('answerDefect');
    await readGroup(db, actor.id, eventGroup(order._id, 'defect'), session);
    const defects = (order.defects ?? []).map((defect) =>
      defect.n === n ? { ...defect, answer: { note, at: now, by } } : defect,
    );
    return {
      changes: { defects },
      drop: defects.every(({ answer }) => answer) ? ['defectOpen'] : [],
      events: [{ type: 'defectAnswered', note, data: { n } }],
    };
  });
