'use client';

import { OrderPlate } from '@/components/orders/order-plate';
import { StageBar } from '@/components/orders/stage-bar';
import { Link } from '@/lib/i18n/routing';
import type { PartyMemberDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { usePartyWords } from './use-party-words';

/** The frieze: each outfit on its compact thread; a phone swipes it. */
export function PartyPlates({ members }: { members: readonly PartyMemberDto[] }) {
  const { t } = usePartyWords();
  const worn = members.filter(({ order }) => order);
  if (worn.length === 0) return null;
  return (
    <div className="party-plates mt-8" tabIndex={0} role="group" aria-label={t('plates')}>
      <ul>
        {worn.map(({ n, name, part, order }) =>
          order ? (
            <li key={n}>
              <Link href={paths.atelier.order(order.id)} className="block no-underline">
                <OrderPlate plate={order.plate} width={640} className="party-plate" decorative />
                <span className="mt-4 block">
                  <StageBar stage={order.stage} kind={order.kind} size="compact" />
                </span>
                <span className="h2 mt-3 block wrap-anywhere">{name}</span>
                <span className="smaller block wrap-anywhere text-ink2">
                  {[part, order.title].filter(Boolean).join(', ')}
                </span>
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}
