import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { dayKey } from '../i18n/format';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import type { HoldOrderInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * Puts an order on hold with its reason: a flag, not a stage.
 * @throws AppError not_found, stale_version, action_not_allowed (already on hold, or over).
 */
export const holdOrder = (
  db: Database,
  actor: Actor,
  id: string,
  input: HoldOrderInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { version: input.version, announce }, ({ now, demand }) => {
    demand('hold');
    return {
      changes: { onHold: { reason: input.reason, since: now, ...(input.until ? { until: input.until } : {}) } },
      events: [{ type: 'held', note: input.reason, to: input.until && dayKey(input.until) }],
    };
  });
