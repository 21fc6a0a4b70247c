import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { applyChange } from './apply-change';
import { applyChanges, diffAgainst } from './change-diff';
import { changeOrder } from './change-order';
import type { ChangeRequest } from './documents';
import { currencyOf } from './dto';
import { type JudgeDay, promiseDay } from './promise-day';
import type { AnswerChangeInput } from './schemas';
import type { OrderDto } from './answers';
import { requireCurrency } from './send-quote';

/**
 * The couturier answers a change request. Accepting what costs the client neither money nor days applies it at once; a dearer or
 * later one, and every counter-proposal, waits for the client's word. An answer may be given anew until then.
 * @throws AppError not_found, change_request_not_open, action_not_allowed, currency_mismatch, validation_failed (an empty proposal),
 *   promise_untenable.
 */
export const answerChange = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  input: AnswerChangeInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async (deciding) => {
    const { order, by, house, now, demand } = deciding;
    const request = order.changeRequests.find((one) => one.n === n);
    if (!request) throw new AppError('not_found');
    if (request.status !== 'open' && request.status !== 'answered') throw new AppError('change_request_not_open');
    demand('answerChange');
    if (input.priceDelta) requireCurrency(currencyOf(order, house.currency), [input.priceDelta]);
    const proposed = input.changes && diffAgainst(order, input.changes);
    if (proposed?.length === 0) throw new AppError('validation_failed');
    const { decision, priceDelta, daysDelta, note, moveTasks } = input;
    const answered: ChangeRequest = {
      ...request,
      status: decision === 'refuse' ? 'refused' : 'answered',
      answer: { decision, priceDelta, daysDelta, note, changes: proposed, moveTasks, at: now, by },
      ...(decision === 'refuse' ? { settledAt: now } : {}),
    };
    const free = (priceDelta?.amount ?? 0) <= 0 && (daysDelta ?? 0) <= 0;
    const { promisedDate } = applyChanges(order, [], daysDelta ?? 0);
    const anyway =
      promisedDate && daysDelta && decision !== 'refuse'
        ? await promiseDay(db, judge, { order, date: promisedDate, now, reason: input.anywayReason })
        : [];
    if (decision === 'accept' && free) {
      const applied = applyChange(deciding, answered);
      return { ...applied, events: [...applied.events, ...anyway] };
    }
    return {
      changes: { changeRequests: order.changeRequests.map((one) => (one.n === n ? answered : one)) },
      events: [
        {
          type: 'changeAnswered',
          note,
          to: decision,
          data: {
            n,
            ...(priceDelta ? { priceDelta } : {}),
            ...(daysDelta ? { daysDelta } : {}),
            ...(proposed ? { changes: proposed } : {}),
          },
          ...(decision === 'refuse' ? {} : { asks: 'client' as const }),
        },
        ...anyway,
      ],
    };
  });
