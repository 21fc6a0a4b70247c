'use client';

import { useLocale, useTranslations } from 'next-intl';
import { SectionHead } from '@/components/ui/section-head';
import { TextLink } from '@/components/ui/link-button';
import { Count } from '@/components/ui/tag';
import type { InvitationDto } from '@/lib/auth/schemas';
import type { ClientDto } from '@/lib/clients/dto';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { endedEarly } from '@/lib/house/stages';
import { formatMoney } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { ClientMeasures } from './client-measures';
import { ClientOrders } from './client-orders';
import { ClientTalks } from './client-talks';
import type { ClientTalk } from './client-words';

interface Props {
  client: ClientDto;
  sets: readonly MeasurementSetDto[];
  orders: readonly OrderDto[];
  talk?: ClientTalk;
  /** An invitation that still runs. */
  invitation?: InvitationDto;
  onInvite: () => void;
}

const SHOWN = 3;

/** The file at a glance: the last measures, the last orders and what they come to, the last words. */
export function ClientOverview({ client, sets, orders, talk, invitation, onInvite }: Props) {
  const t = useTranslations('clients');
  const chat = useTranslations('chat');
  const locale = useLocale();
  const known = new Set(sets.flatMap((set) => (set.kind === 'body' ? Object.keys(set.values) : []))).size;
  const currency = orders[0]?.paid.currency;
  const total = orders
    .filter((order) => !endedEarly(order.stage))
    .reduce((sum, order) => sum + (order.total?.amount ?? 0), 0);
  return (
    <div className="flex flex-col gap-12">
      <section>
        <SectionHead
          title={t('measures')}
          aside={
            <span className="flex flex-wrap gap-x-8">
              {known > 3 && (
                <TextLink href={`${paths.atelier.client(client.id)}?tab=measures`}>
                  {t('allPoints', { count: known })}
                </TextLink>
              )}
              {sets.length > 1 && <TextLink href={paths.atelier.measurements(client.id)}>{t('compare')}</TextLink>}
            </span>
          }
        />
        <div className="mt-2">
          <ClientMeasures client={client} sets={sets} />
        </div>
      </section>
      <section>
        <SectionHead
          title={t('orders')}
          aside={total > 0 && currency ? formatMoney(locale, { amount: total, currency }) : undefined}
        />
        <div className="mt-4">
          <ClientOrders orders={orders.slice(0, SHOWN)} />
        </div>
        {orders.length > SHOWN && (
          <p className="small mt-3">
            <TextLink href={`${paths.atelier.client(client.id)}?tab=orders`}>
              {t('older', { count: orders.length - SHOWN })}
            </TextLink>
          </p>
        )}
      </section>
      <section>
        <SectionHead
          title={t('conversation')}
          aside={
            talk && talk.conversation.unread > 0 ? (
              <Count value={talk.conversation.unread} label={chat('unread', { count: talk.conversation.unread })} />
            ) : undefined
          }
        />
        <div className="mt-4">
          <ClientTalks client={client} talk={talk} invitation={invitation} count={2} id="answer" onInvite={onInvite} />
        </div>
      </section>
    </div>
  );
}
