import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { PaymentDto } from '@/lib/orders/answers';

type Kind = 'quote' | 'statement' | 'cutting' | 'ticket' | 'work';
const FILES = {
  quote: 'quote.pdf',
  statement: 'receipt.pdf',
  cutting: 'cutting-approval.pdf',
  ticket: 'ticket.pdf',
  work: 'sheet.pdf',
} as const;

/** Where a paper of an order is, in the language of the page. */
export function paperHref(orderId: string, kind: Kind, locale: string, n?: number): string {
  const query = new URLSearchParams({ locale, ...(n === undefined ? {} : { n: String(n) }) });
  return `/api/orders/${orderId}/${FILES[kind]}?${query.toString()}`;
}

interface Props {
  orderId: string;
  kind: Exclude<Kind, 'work'>;
  /** Which version; the newest when left out. */
  n?: number;
}

/** The number of the receipt of a payment, or of the counter-entry of one that was taken back: it opens its paper. */
export function ReceiptLink({
  orderId,
  payment,
}: {
  orderId: string;
  payment: Pick<PaymentDto, 'n' | 'receipt' | 'reversed'>;
}) {
  const t = useTranslations('pdf');
  const number = payment.reversed?.receipt ?? payment.receipt;
  return (
    <a
      href={`/api/orders/${orderId}/payments/${payment.n}/receipt.pdf`}
      target="_blank"
      rel="noreferrer"
      className="link smaller"
      aria-label={t('payment.open', { number })}
    >
      {number}
    </a>
  );
}

/** Opens a paper of the order as PDF, beside the page one is on. */
export function PaperLink({ orderId, kind, n }: Props) {
  const t = useTranslations('pdf');
  const locale = useLocale();
  return (
    <a
      href={paperHref(orderId, kind, locale, n)}
      target="_blank"
      rel="noreferrer"
      className="link small inline-flex items-center gap-1.5"
    >
      <Icon of={FileText} size={16} />
      {t(`${kind}.open`)}
    </a>
  );
}
