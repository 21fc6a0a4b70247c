import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError } from '../errors';
import type { OrderDto } from './answers';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import type { UndoMoveInput } from './schemas';
import { putBack, undoable } from './untold';

/**
 * Undoes the newest move of an order within its minute: stage, tasks and all it changed are as before, and nobody is told.
 * @throws AppError not_found; undo_too_late once it was told, or another move followed.
 */
export function undoMove(
  db: Database,
  actor: StaffActor,
  id: string,
  input: UndoMoveInput,
  announce: Announce,
): Promise<OrderDto> {
  const wanted = toId(input.move);
  return changeOrder(db, actor, id, { announce }, ({ order, now }) => {
    const move = undoable(order, now);
    if (!move?.id.equals(wanted)) throw new AppError('undo_too_late');
    const { _id, version: _v, updatedAt: _u, ...back } = putBack(order, move);
    const drop = (['onHold', 'deliveredAt', 'measurementSnapshot'] as const).filter((field) => !(field in back));
    return {
      changes: back,
      drop,
      events: [{ type: 'moveUndone', from: order.stage, to: back.stage, visibility: 'staff' }],
      undone: true,
    };
  });
}
