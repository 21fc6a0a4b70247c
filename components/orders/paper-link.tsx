import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

type Kind = 'quote' | 'receipt' | 'cutting' | 'work';
const FILES = {
  quote: 'quote.pdf',
  receipt: 'receipt.pdf',
  cutting: 'cutting-approval.pdf',
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
