'use client';

import { Check, Pen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatDate, formatShortDate, formatTime } from '@/lib/i18n/format';
import { stageIndex } from '@/lib/house/stages';
import type { CuttingApprovalDto, OrderDto } from '@/lib/orders/answers';
import { CuttingPicture } from './cutting-picture';
import { useOrderWords } from './use-order-words';
import { later } from '@/components/ui/later';

const CuttingSheetDialog = later(
  () => import('./cutting-sheet-dialog').then((one) => one.CuttingSheetDialog),
  ({ open }) => open,
);

const beforeCut = (stage: OrderDto['stage']) => stageIndex(stage) >= 0 && stageIndex(stage) < stageIndex('cutting');

/** The bon à couper in short: frozen facts, who has signed, and the signature awaited from the reader. */
export function CuttingApprovalCard({ order, approval }: { order: OrderDto; approval: CuttingApprovalDto }) {
  const { t, locale, money, given, notedBy } = useOrderWords();
  const [reading, setReading] = useState(false);
  const { sheet } = approval;
  const newest = order.cuttingApprovals.at(-1)?.n === approval.n;
  const mine = newest && order.allowed.includes('signApproval');
  const outdated =
    newest && sheet.revision !== order.revision && (approval.status === 'awaiting' || beforeCut(order.stage));
  return (
    <article
      className={`flex flex-col gap-6 border border-hair bg-sheet p-5 sm:flex-row sm:p-7 ${mine ? 'border-t-2 border-t-garance' : ''}`}
    >
      <CuttingPicture order={order} sheet={sheet} decorative className="h-[236px] w-full flex-none sm:w-[180px]" />
      <div className="min-w-0 flex-1">
        {mine && (
          <p className="smaller flex items-center gap-1.5 font-[560] text-garance">
            <Icon of={Pen} size={16} />
            {t('approval.toSignBefore')}
          </p>
        )}
        <h3 className="h1 mt-1">{approval.n > 1 ? t('approval.version', { n: approval.n }) : t('approval.title')}</h3>
        {mine && <p className="small mt-2 text-ink2">{t('approval.lead')}</p>}
        {outdated && <p className="small mt-2 text-ocre">{t('approval.outdated')}</p>}
        <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <Fact name={t('approval.fabric')} value={sheet.fabric} />
          <Fact
            name={t('approval.measurements')}
            value={
              sheet.measurements
                ? t('approval.measured', {
                    date: formatShortDate(locale, sheet.measurements.takenAt),
                    points: Object.keys(sheet.measurements.values).length,
                  })
                : t('approval.noMeasurements')
            }
          />
          <Fact name={t('approval.price')} value={sheet.price && money(sheet.price)} />
          <Fact name={t('approval.delivery')} value={sheet.deliveryDate && formatDate(locale, sheet.deliveryDate)} />
        </dl>
        <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button variant={mine ? 'sign' : 'secondary'} onPress={() => setReading(true)}>
            {t(mine ? 'approval.read' : 'approval.openSheet')}
          </Button>
          {approval.signatures.map((signature) => (
            <span key={signature.side} className="smaller inline-flex items-center gap-1.5 wrap-anywhere text-ink2">
              <Icon of={Check} size={16} className="text-sarcelle" />
              {signature.onBehalf
                ? `${given(signature, sheet.clientName)}. ${notedBy(signature)}`
                : t('approval.signedBy', {
                    name: signature.by.name,
                    when: `${formatShortDate(locale, signature.at)}, ${formatTime(locale, signature.at)}`,
                  })}
            </span>
          ))}
        </div>
      </div>
      <CuttingSheetDialog order={order} approval={approval} open={reading} onOpenChange={setReading} />
    </article>
  );
}

const Fact = ({ name, value }: { name: string; value: string | undefined }) =>
  value ? (
    <div>
      <dt className="smaller text-ink2">{name}</dt>
      <dd className="small">{value}</dd>
    </div>
  ) : null;
