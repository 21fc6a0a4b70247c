'use client';

import { Select } from '@/components/ui/select';
import { useOrders } from '@/lib/http/orders';
import { endedEarly } from '@/lib/house/stages';
import { usePartyWords } from './use-party-words';

interface Props {
  clientId: string;
  value: string;
  onChange: (orderId: string) => void;
  error?: string;
}

/** One of a client's orders that is still on. */
export function OrderOfClient({ clientId, value, onChange, error }: Props) {
  const { t } = usePartyWords();
  const { data = [], isPending } = useOrders({ clientId }, undefined);
  const there = data.filter(({ stage }) => !endedEarly(stage));
  if (!isPending && there.length === 0) return <p className="small text-ink2">{t('member.noOrders')}</p>;
  return (
    <Select
      label={t('member.existing')}
      options={there.map(({ id, number, title }) => ({ id, label: `${number}, ${title}` }))}
      value={value || null}
      onChange={onChange}
      placeholder={t('member.choose')}
      error={error}
    />
  );
}
