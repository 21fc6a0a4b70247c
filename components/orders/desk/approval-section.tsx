'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { OrderDto } from '@/lib/orders/answers';
import { CuttingApprovalCard } from '../cutting-approval-card';
import { useOrderWords } from '../use-order-words';
import { later } from '@/components/ui/later';

const ApprovalForm = later(() => import('./approval-form').then((one) => one.ApprovalForm));

/** The bon à couper that counts, the form of the next one, and the earlier sheets, which are never altered. */
export function ApprovalSection({ order }: { order: OrderDto }) {
  const { t } = useOrderWords();
  const [writing, setWriting] = useState(false);
  const newest = order.cuttingApprovals.at(-1);
  const earlier = order.cuttingApprovals.slice(0, -1).toReversed();
  const may = order.allowed.includes('createApproval');
  if (writing) return <ApprovalForm order={order} onClose={() => setWriting(false)} />;
  return (
    <section>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h2 className="h1">{t('approval.title')}</h2>
        {may && (
          <Button size="small" onPress={() => setWriting(true)}>
            {t(newest ? 'approval.createNew' : 'approval.create')}
          </Button>
        )}
      </div>
      {newest ? (
        <CuttingApprovalCard order={order} approval={newest} />
      ) : (
        <Empty drawing="page" title={t('approval.none')} level="h3">
          {t(may ? 'approval.noneHelp' : 'approval.noneYet')}
        </Empty>
      )}
      {earlier.length > 0 && (
        <details className="mt-6">
          <summary className="small link inline-block">{t('approval.earlier')}</summary>
          <div className="mt-4 grid gap-5">
            {earlier.map((approval) => (
              <CuttingApprovalCard key={approval.n} order={order} approval={approval} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
