'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { formatDate, formatShortDate, formatTime } from '@/lib/i18n/format';
import type { CuttingApprovalDto, OrderDto } from '@/lib/orders/answers';
import { CuttingPicture } from '../orders/cutting-picture';
import { useOrderWords } from '../orders/use-order-words';
import { SIDES } from '@/lib/orders/words';
import { later } from '@/components/ui/later';

const CuttingSheetDialog = later(
  () => import('../orders/cutting-sheet-dialog').then((one) => one.CuttingSheetDialog),
  ({ open }) => open,
);

/** The bon à couper as it lies in a conversation: drawing, facts in a line, and the two signatures, given or awaited. */
export function ApprovalSlip({ order, approval }: { order: OrderDto; approval: CuttingApprovalDto }) {
  const t = useTranslations('chat.paper');
  const { t: words, locale, money, given, notedBy } = useOrderWords();
  const [reading, setReading] = useState(false);
  const { sheet } = approval;
  const newest = order.cuttingApprovals.at(-1)?.n ?? approval.n;
  const current = newest === approval.n;
  const mine = current && order.allowed.includes('signApproval');
  const complete = approval.signatures.length === 2;
  const points = sheet.measurements && Object.keys(sheet.measurements.values).length;
  const facts = [
    sheet.fabric,
    points ? t('points', { count: points }) : undefined,
    sheet.price && money(sheet.price),
    sheet.deliveryDate && formatDate(locale, sheet.deliveryDate),
  ].filter(Boolean);
  return (
    <article className="approval-slip" data-asks={mine || undefined} data-waits={(current && !complete) || undefined}>
      <CuttingPicture order={order} sheet={{ ...sheet, callouts: [] }} decorative className="approval-slip-plate" />
      <div className="min-w-0">
        <h3 className="h2">{t('title')}</h3>
        <p className="caption figures">{t('version', { number: sheet.number, n: approval.n })}</p>
        <p className="small mt-1 text-ink2">{facts.join(', ')}</p>
        {!current && <p className="smaller mt-1 text-ink3">{t('replaced', { n: newest })}</p>}
        {current && !complete && sheet.revision !== order.revision && (
          <p className="smaller mt-1 text-ocre">{words('approval.outdated')}</p>
        )}
        <div className="approval-slip-signatures">
          {SIDES.map((side) => {
            const signed = approval.signatures.find((one) => one.side === side);
            const name = side === 'client' ? sheet.clientName : order.couturierName;
            if (signed?.onBehalf)
              return (
                <p key={side} className="signature" data-signed="">
                  <b className="small font-[450] text-ink">{given(signed, name)}</b>
                  <span>{notedBy(signed)}</span>
                </p>
              );
            if (signed)
              return (
                <p key={side} className="signature" data-signed="">
                  <em>{signed.by.name}</em>
                  <span>{`${formatShortDate(locale, signed.at)}, ${formatTime(locale, signed.at)}`}</span>
                </p>
              );
            if (!current) return null;
            const own = mine && (side === 'client') !== order.allowed.includes('createApproval');
            return (
              <p key={side} className="signature" data-asks={own || undefined}>
                <span>{own ? t('signHere') : t('awaited', { name })}</span>
              </p>
            );
          })}
        </div>
        {!mine && (
          <LinkLikeButton className="smaller mt-3" onPress={() => setReading(true)}>
            {words('approval.openSheet')}
          </LinkLikeButton>
        )}
      </div>
      {mine && (
        <Button variant="sign" className="approval-slip-sign" onPress={() => setReading(true)}>
          {words('approval.read')}
        </Button>
      )}
      <CuttingSheetDialog order={order} approval={approval} open={reading} onOpenChange={setReading} />
    </article>
  );
}
