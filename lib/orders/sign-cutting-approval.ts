import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { noteAgreement, notedData } from './note-agreement';
import { newestApproval } from './rules';
import type { OrderDto } from './answers';
import type { SignApprovalInput } from './schemas';
import type { Side } from './words';

/**
 * Signs the newest bon à couper, for the house or for the client. A client without an account signs on paper; the house, having
 * signed, types that in by signing again.
 * @throws AppError not_found (no such sheet), cutting_approval_outdated (a newer sheet, or the order has changed since),
 *   cutting_approval_settled (this side has signed), action_not_allowed, agreement_way_required, agreement_day.
 */
export const signCuttingApproval = (
  db: Database,
  actor: Actor,
  id: string,
  input: SignApprovalInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async (deciding) => {
    const { order, by, rules, now, demand } = deciding;
    const approval = newestApproval(order);
    if (!approval || (input.n !== undefined && input.n > approval.n)) throw new AppError('not_found');
    if ((input.n !== undefined && input.n !== approval.n) || approval.sheet.revision !== order.revision)
      throw new AppError('cutting_approval_outdated');
    const has = (one: Side) => approval.signatures.some(({ side }) => side === one);
    const forClient = !isStaff(actor) || (has('house') && !rules.clientHasAccount);
    const side = forClient ? 'client' : 'house';
    if (has(side)) throw new AppError('cutting_approval_settled');
    demand('signApproval');
    const behalf = forClient ? await noteAgreement(db, deciding, input, approval.createdAt) : {};
    const signature = { side, by, at: now, ...behalf } as const;
    const signed = { ...approval, signatures: [...approval.signatures, signature] };
    const complete = signed.signatures.length === 2;
    return {
      changes: { cuttingApprovals: order.cuttingApprovals.map((one) => (one === approval ? signed : one)) },
      events: [
        {
          type: 'approvalSigned',
          ...(behalf.noted?.words ? { note: behalf.noted.words } : {}),
          data: { n: approval.n, side, complete, ...notedData(behalf) },
          ...(complete ? {} : { asks: forClient ? ('house' as const) : ('client' as const) }),
        },
      ],
    };
  });
