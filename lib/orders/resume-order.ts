import type { Actor } from '../actor';
import type { Database } from '../db/client';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import type { OrderDto } from './answers';
import type { ResumeOrderInput } from './schemas';

/**
 * Takes a held order up again.
 * @throws AppError not_found, stale_version, action_not_allowed (not on hold).
 */
export const resumeOrder = (
  db: Database,
  actor: Actor,
  id: string,
  input: ResumeOrderInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { version: input.version, announce }, ({ demand }) => {
    demand('resume');
    return { changes: {}, drop: ['onHold'], events: [{ type: 'resumed', note: input.note }] };
  });
