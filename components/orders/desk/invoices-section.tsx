'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import { useIssueInvoice } from '@/lib/http/orders';
import type { InvoiceDto, OrderDto } from '@/lib/orders/answers';
import { creditRefusal, isOutdated, mostDeposit, standingInvoice } from '@/lib/orders/invoice-rules';
import { InvoiceList } from '../invoice-list';
import { useOrderWords } from '../use-order-words';
import { later } from '@/components/ui/later';

const InvoiceDialog = later(() => import('./invoice-dialog').then((one) => one.InvoiceDialog));
const CreditDialog = later(() => import('./credit-dialog').then((one) => one.CreditDialog));

interface Props {
  order: OrderDto;
  /** Invoices are the order's couturier's and an owner's to issue; the others read them. */
  mayIssue: boolean;
}

/** What was invoiced, and what is left to invoice; nothing here is ever changed, only countered. */
export function InvoicesSection({ order, mayIssue }: Props) {
  const { t, money } = useOrderWords();
  const toast = useToast();
  const replace = useIssueInvoice(order.id);
  const [issuing, setIssuing] = useState(false);
  const [crediting, setCrediting] = useState<InvoiceDto | null>(null);
  const standing = standingInvoice(order.invoices);
  const accepted = order.quotes.some(({ status }) => status === 'accepted');
  const may = mayIssue && order.allowed.includes('recordPayment') && accepted && order.stage !== 'cancelled';
  const left = mostDeposit(order);
  if (!accepted && order.invoices.length === 0) return null;
  return (
    <section className="mt-12">
      <div className="flex items-center justify-between gap-4">
        <h2 className="h1">{t('invoices.title')}</h2>
        {may && !standing && (
          <Button size="small" onPress={() => setIssuing(true)}>
            <Icon of={Plus} size={16} />
            {t('invoices.issue')}
          </Button>
        )}
      </div>
      {order.invoices.length === 0 && <p className="small mt-3 text-ink2">{t('invoices.none')}</p>}
      {order.invoices.length > 0 && (
        <div className="mt-3">
          <InvoiceList
            order={order}
            actions={(invoice) =>
              mayIssue &&
              creditRefusal(order.invoices, invoice.number) === undefined && (
                <LinkLikeButton onPress={() => setCrediting(invoice)}>{t('invoices.credit')}</LinkLikeButton>
              )
            }
          />
        </div>
      )}
      {may && !standing && left > 0 && (
        <>
          <p className="small figures flex justify-between gap-4 py-3">
            <span className="text-ink2">{t('invoices.left')}</span>
            <span className="font-[560]">{money({ amount: left, currency: order.paid.currency })}</span>
          </p>
          <div className="bati-thin" />
        </>
      )}
      {may && standing && isOutdated(order) && (
        <div className="mt-4 grid gap-3 border border-dashed border-control p-4">
          <p className="small">{t('invoices.outdated', { number: standing.number })}</p>
          <div>
            <Button
              size="small"
              busy={replace.isPending}
              onPress={() =>
                replace.mutate(
                  { act: 'invoice', replace: true },
                  { onSuccess: () => toast({ text: t('invoices.made') }) },
                )
              }
            >
              {t('invoices.replace')}
            </Button>
          </div>
          <Refusal of={replace.error} />
        </div>
      )}
      {issuing && <InvoiceDialog order={order} onClose={() => setIssuing(false)} />}
      {crediting && <CreditDialog order={order} invoice={crediting} onClose={() => setCrediting(null)} />}
    </section>
  );
}
