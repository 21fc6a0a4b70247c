'use client';

import { PackageOpen, Pen, Reply, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Ask } from '@/lib/orders/asks';

const ICONS = {
  signature: Pen,
  quote: Reply,
  change: Reply,
  defect: TriangleAlert,
  answer: Reply,
  quoteToSend: Reply,
  pickup: PackageOpen,
};

/** What is asked of the reader, in garance with its pen or its reply. */
export function AskLine({ ask }: { ask: Ask }) {
  const t = useTranslations('orders.asks');
  return (
    <span className="smaller inline-flex items-center gap-1.5 font-[560] text-garance">
      <Icon of={ICONS[ask]} size={16} />
      {t(ask)}
    </span>
  );
}
