import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import type { Judged } from './judge';
import type { HousePlan } from './read-plan';
import type { PromiseReason } from './schemas';

type Other = PromiseReason['other'];

/** What other promises are called, for the staff. */
export async function namerOf(
  db: Database,
  plan: HousePlan,
  ids: readonly string[],
): Promise<(id: string, due: string, to?: string) => Other> {
  const named = ids.flatMap((id) => plan.promised.get(id) ?? []);
  const clients = await clientNamesOf(
    db,
    named.map(({ clientId }) => clientId),
  );
  return (id, due, to) => {
    const order = plan.promised.get(id);
    if (!order) return { title: plan.tasks.find((task) => task.id === id)?.title ?? '', due, to };
    const { number, title, clientId } = order;
    return { orderId: id, number, title, clientName: clients.get(clientId.toHexString()), due, to };
  };
}

/** What somebody of the house is called. */
export const handsName = (plan: HousePlan, handsId: string): string =>
  plan.people.find(({ id }) => id === handsId)?.name ?? '';

/** The other promises that these reasons speak of. */
export const sufferingOf = ({ reasons }: Judged): string[] =>
  reasons.flatMap(({ reason }) => (reason.kind === 'otherSuffers' ? [reason.id] : []));

/**
 * Reasons as they leave the house. What is of the hours, and of other clients' pieces, is for the staff; the rest is the calendar's.
 * @param called how other promises are called; left out, the reader is not of the staff
 */
export function sayReasons(
  plan: HousePlan,
  { reasons }: Judged,
  called?: Awaited<ReturnType<typeof namerOf>>,
): PromiseReason[] {
  return reasons.flatMap(({ handsId, reason }): PromiseReason[] => {
    const { kind } = reason;
    switch (kind) {
      case 'past':
        return [{ kind }];
      case 'closed':
        return [{ kind, ...reason.closure }];
      case 'afterEvent':
        return [{ kind, eventDay: reason.eventDay }];
      case 'feast':
        return [
          { kind, feast: reason.feast.feast, label: reason.feast.label, from: reason.feast.from, to: reason.feast.to },
        ];
      case 'notBefore':
        return called ? [{ kind, from: reason.from }] : [];
      case 'beyondHands':
      case 'littleMargin': {
        const { week, needed, free } = reason;
        const left = kind === 'beyondHands' ? { missing: reason.missing } : { margin: reason.margin };
        return called ? [{ kind, name: handsName(plan, handsId), week, needed, free, ...left }] : [];
      }
      case 'otherSuffers':
        return called ? [{ kind, missing: reason.missing, other: called(reason.id, reason.due, reason.to) }] : [];
    }
  });
}
