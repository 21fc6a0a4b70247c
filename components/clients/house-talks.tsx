'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TransferConversation } from '@/components/transfer/transfer-conversation';
import { Avatar } from '@/components/ui/avatar';
import { useHouseTalks } from '@/lib/http/conversations';
import { formatShortDate } from '@/lib/i18n/format';

/** With whom of the house a client speaks, for the owner who hands a conversation over; none of the words. */
export function HouseTalks({ clientId, name }: { clientId: string; name: string }) {
  const t = useTranslations('clients.transfer');
  const locale = useLocale();
  const { data } = useHouseTalks(clientId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mt-10">
      <h3 className="strong border-t border-ink pt-3">{t('houseTalks')}</h3>
      <p className="small mt-1 text-ink2">{t('houseTalksHelp')}</p>
      <ul className="mt-2">
        {data.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
            <Avatar name={one.couturierName} size={32} />
            <span className="flex-1">
              {one.couturierName}
              <span className="caption block text-ink2">
                {t('last', { date: formatShortDate(locale, one.lastMessageAt) })}
              </span>
            </span>
            <TransferConversation
              conversation={{ id: one.id, couturierId: one.couturierId, name }}
              label={t('openFor', { name: one.couturierName })}
              words={t('open')}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
