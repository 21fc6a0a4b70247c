import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { findNoted, withNoted } from './noted-agreements';
import type { DenyAgreementInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * « Ce n’est pas mon accord »: a client says it from her own account of what the house noted in her name. What was noted stays as it
 * was written, with this beside it; a bon à couper that is disputed no longer releases the cut.
 * @throws AppError not_found (no such noted agreement), action_not_allowed (not the client, or it is disputed already).
 */
export const denyAgreement = (
  db: Database,
  actor: Actor,
  id: string,
  { note, ...which }: DenyAgreementInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, (deciding) => {
    const { order, by, now, demand } = deciding;
    const noted = findNoted(order, which);
    if (!noted) throw new AppError('not_found');
    demand('denyAgreement');
    if (noted.denied) throw new AppError('action_not_allowed');
    return {
      changes: withNoted(deciding, which, { denied: { at: now, by, ...(note ? { note } : {}) } }),
      events: [{ type: 'agreementDenied', data: { ...which }, asks: 'house', ...(note ? { note } : {}) }],
    };
  });
