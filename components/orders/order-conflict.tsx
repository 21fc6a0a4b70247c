'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Conflict, type ConflictRow } from '@/components/ui/conflict';
import { useTakeOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';

interface Props {
  current: OrderDto;
  rows: readonly ConflictRow[];
  busy: boolean;
  /** Takes what the other saved and leaves one’s own words. */
  onTheirs: () => void;
  /** Saves one’s own over it, knowingly. */
  onMine: () => void;
}

/** Two people saved the same order: both versions side by side, nothing is lost until one chooses. */
export function OrderConflict({ current, rows, busy, onTheirs, onMine }: Props) {
  const t = useTranslations('orders.conflict');
  const take = useTakeOrder();
  return (
    <div className="mt-4">
      <Conflict
        title={t('title')}
        theirsLabel={t('theirs')}
        mineLabel={t('mine')}
        rows={rows}
        actions={
          <>
            <Button
              variant="primary"
              size="small"
              onPress={() => {
                void take(current).then(onTheirs);
              }}
            >
              {t('keepTheirs')}
            </Button>
            <Button size="small" busy={busy} onPress={onMine}>
              {t('keepMine')}
            </Button>
          </>
        }
      />
    </div>
  );
}
