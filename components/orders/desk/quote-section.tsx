'use client';

import { Check, Clock, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto, QuoteDto } from '@/lib/orders/answers';
import { NotedAgreement } from '../noted-agreement';
import { QuoteCard } from '../quote-card';
import { useOrderWords } from '../use-order-words';
import { type QuoteDefaults, useQuoteDraft } from './quote-draft';
import { QuoteTable } from './quote-table';
import { later } from '@/components/ui/later';

const QuoteEditor = later(() => import('./quote-editor').then((one) => one.QuoteEditor));

interface Props {
  order: OrderDto;
  defaults: QuoteDefaults;
  /** The next version is being written. */
  writing: boolean;
  onWriting: (writing: boolean) => void;
}

/** The quote in force or on its way, the editor of the next version, and the earlier ones folded. */
export function QuoteSection({ order, defaults, writing, onWriting: setWriting }: Props) {
  const { t } = useOrderWords();
  const open = order.quotes.find(({ status }) => status === 'open');
  const accepted = order.quotes.find(({ status }) => status === 'accepted');
  const shown = accepted ?? open ?? order.quotes.at(-1);
  const earlier = order.quotes.filter((quote) => quote !== shown && quote !== open).toReversed();
  const may = order.allowed.includes('sendQuote');
  const draft = useQuoteDraft(order, open ?? shown, defaults);
  const close = () => {
    draft.clear();
    setWriting(false);
  };
  // What was being written is found where it was left.
  if (may && (writing || draft.kept))
    return <QuoteEditor order={order} draft={draft} asked={writing} onClose={close} />;
  if (!shown)
    return (
      <Empty
        drawing="page"
        title={t('quote.none')}
        action={
          may && (
            <Button variant="primary" onPress={() => setWriting(true)}>
              {t('quote.new')}
            </Button>
          )
        }
      >
        {t('quote.noneHelp')}
      </Empty>
    );
  return (
    <section>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="h1">{t('quote.title', { n: shown.n })}</h2>
        <QuoteLine order={order} quote={shown} />
      </div>
      <QuoteTable quote={shown} />
      {shown.status === 'accepted' && shown.onBehalf && (
        <NotedAgreement order={order} to="quote" n={shown.n} agreement={shown} />
      )}
      {open && open !== shown && (
        <div className="mt-6">
          <QuoteCard order={order} quote={open} />
        </div>
      )}
      {open === shown && order.allowed.includes('acceptQuote') && (
        <div className="mt-6">
          <QuoteCard order={order} quote={shown} />
        </div>
      )}
      {may && (
        <div className="mt-5 border-t border-transparent">
          <div className="bati-thin mb-3" />
          <Button variant="quiet" size="small" className="-ml-3.5" onPress={() => setWriting(true)}>
            <Icon of={Plus} size={16} />
            {t('quote.newVersion')}
          </Button>
        </div>
      )}
      {earlier.length > 0 && (
        <details className="mt-5">
          <summary className="small link inline-block">{t('quote.history')}</summary>
          {earlier.map((quote) => (
            <div key={quote.n} className="mt-6 opacity-80">
              <p className="small mb-2 flex flex-wrap justify-between gap-3">
                <span className="font-[560]">{t('quote.title', { n: quote.n })}</span>
                <QuoteLine order={order} quote={quote} />
              </p>
              <QuoteTable quote={quote} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

/** Who answered and when, or who is waited for. */
function QuoteLine({ order, quote }: { order: OrderDto; quote: QuoteDto }) {
  const { t, locale, agreed } = useOrderWords();
  const date = formatShortDate(locale, quote.answeredAt ?? quote.createdAt);
  const name = quote.answeredBy?.name ?? '';
  const words = {
    accepted: () => (quote.onBehalf ? agreed(quote, order.clientName) : t('quote.acceptedBy', { name, date })),
    declined: () => t('quote.declinedBy', { name, date }),
    superseded: () => t('quote.superseded'),
    open: () =>
      quote.expired
        ? t('quote.expired', { date: formatShortDate(locale, quote.validUntil) })
        : `${t('quote.waits', { name: order.clientName })}, ${t('quote.untilDay', { date: formatShortDate(locale, quote.validUntil) })}`,
  }[quote.status]();
  return (
    <span className="smaller inline-flex items-center gap-1.5 wrap-anywhere text-ink2">
      {quote.status === 'accepted' && <Icon of={Check} size={16} className="text-sarcelle" />}
      {quote.status === 'open' && <Icon of={Clock} size={16} className="text-ocre" />}
      {words}
    </span>
  );
}
