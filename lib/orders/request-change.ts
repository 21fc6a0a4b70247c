import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import { MOST_OPEN_REQUESTS } from '../limits';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { attachFiles } from '../files/attach-files';
import type { Announce } from './announce';
import { diffAgainst } from './change-diff';
import { changeOrder } from './change-order';
import type { ChangeRequest } from './documents';
import { changeRefusal } from './rules';
import type { RequestChangeInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * A client asks for a change after the acceptance and before the lock stage, as a diff against the order.
 * @throws AppError not_found, action_not_allowed (not accepted yet, or over), order_locked, validation_failed (nothing changes),
 *   too_many_open.
 */
export const requestChange = (
  db: Database,
  actor: Actor,
  id: string,
  input: RequestChangeInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async ({ order, by, rules, now, session, demand }) => {
    const refusal = changeRefusal(order, rules);
    if (refusal) throw new AppError(refusal);
    demand('requestChange');
    const open = order.changeRequests.filter(({ status }) => status === 'open' || status === 'answered');
    if (open.length >= MOST_OPEN_REQUESTS) throw new AppError('too_many_open');
    const changes = diffAgainst(order, input.changes);
    if (changes.length === 0) throw new AppError('validation_failed');
    const fileIds = input.fileIds.map((fileId) => new ObjectId(fileId));
    const request: ChangeRequest = {
      n: order.changeRequests.length + 1,
      status: 'open',
      changes,
      note: input.note,
      files: await attachFiles(db, actor, fileIds, { kind: 'order', id: order._id }, session),
      createdAt: now,
      createdBy: by,
    };
    return {
      changes: { changeRequests: [...order.changeRequests, request] },
      events: [
        {
          type: 'changeRequested',
          note: input.note,
          data: { n: request.n, changes, files: request.files },
          asks: 'house',
        },
      ],
    };
  });
