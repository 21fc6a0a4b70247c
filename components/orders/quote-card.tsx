'use client';

import { Check, Clock } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useAcceptQuote } from '@/lib/http/orders';
import { formatDate, formatShortDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/navigation';
import type { OrderDto, QuoteDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { NotedAgreement } from './noted-agreement';
import { PaperLink } from './paper-link';
import { useOrderWords } from './use-order-words';
import { later } from '@/components/ui/later';

const NoteAgreementDialog = later(() => import('./note-agreement-dialog').then((one) => one.NoteAgreementDialog));
const DeclineQuoteDialog = later(
  () => import('./decline-quote-dialog').then((one) => one.DeclineQuoteDialog),
  ({ open }) => open,
);

interface Props {
  order: OrderDto;
  quote: QuoteDto;
  /** Where a change is asked for; without it the gesture is left out. */
  onAskChange?: () => void;
}

/** A quote in short, with the answer it waits for. A settled one says who answered and when. */
export function QuoteCard({ order, quote, onAskChange }: Props) {
  const { t, locale, money } = useOrderWords();
  const accept = useAcceptQuote(order.id);
  const [declining, setDeclining] = useState(false);
  const [noting, setNoting] = useState(false);
  const mine = quote.status === 'open' && order.allowed.includes('acceptQuote');
  const mayDecline = quote.status === 'open' && order.allowed.includes('declineQuote');
  const shown = quote.lines.slice(0, 3);
  return (
    <article
      className={`max-w-[560px] border border-hair bg-sheet p-5 sm:p-6 ${mine ? 'border-t-2 border-t-garance' : ''}`}
    >
      <h3 className="h2">{t('quote.title', { n: quote.n })}</h3>
      <table className="data-table mt-3" data-compact="">
        <caption className="sr-only">{t('quote.lines')}</caption>
        <thead className="sr-only">
          <tr>
            <th>{t('quote.label')}</th>
            <th>{t('quote.total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, index) => (
            <tr key={index}>
              <td>{line.label}</td>
              <td data-number="">{money(line.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {quote.lines.length > shown.length && (
        <p className="smaller mt-2 text-ink3">{t('quote.more', { count: quote.lines.length - shown.length })}</p>
      )}
      <p className="mt-4 flex items-baseline justify-between gap-4 border-t border-ink pt-2">
        <span className="h2">{t('quote.total')}</span>
        <span className="h1 figures">{money(quote.total)}</span>
      </p>
      <p className="smaller text-ink2">
        {t('quote.included')}
        {quote.deposit.percent > 0 &&
          `. ${t('quote.deposit', { percent: quote.deposit.percent, amount: money(quote.deposit.amount) })}`}
      </p>
      {quote.promisedDate && (
        <p className="smaller text-ink2">{t('quote.promised', { date: formatDate(locale, quote.promisedDate) })}</p>
      )}
      {quote.note && <p className="small mt-3 whitespace-pre-line">{t('quoted', { text: quote.note })}</p>}
      <p className="smaller mt-3 flex items-center gap-1.5 wrap-anywhere text-ink2">
        {quote.status === 'accepted' && <Icon of={Check} size={16} className="text-sarcelle" />}
        {quote.status === 'open' && !mine && <Icon of={Clock} size={16} className="text-ocre" />}
        <QuoteState order={order} quote={quote} />
      </p>
      {quote.onBehalf && quote.status !== 'declined' && (
        <NotedAgreement order={order} to="quote" n={quote.n} agreement={quote} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <PaperLink orderId={order.id} kind="quote" n={quote.n} />
        {quote.conditions !== undefined && (
          <Link className="link small" href={paths.conditions(quote.conditions)} target="_blank">
            {t('quote.conditions', { n: String(quote.conditions) })}
          </Link>
        )}
      </p>
      {(mine || mayDecline) && (
        <div className="mt-5 flex flex-wrap gap-3">
          {mine && (
            <Button
              variant={order.clientHasAccount ? 'sign' : 'primary'}
              className="max-w-full whitespace-normal"
              busy={accept.isPending}
              busyLabel={t('quote.sending')}
              onPress={() => (order.clientHasAccount ? accept.mutate({ n: quote.n }) : setNoting(true))}
            >
              {!order.clientHasAccount
                ? t('quote.acceptOnBehalf', { name: order.clientName })
                : quote.total.amount > 0
                  ? // An order that obliges to pay says so on its button (directive 2011/83/EU, art. 8(2); Code de la consommation, art. L221-14).
                    t('quote.acceptPay', { amount: money(quote.total) })
                  : t('quote.accept')}
            </Button>
          )}
          {mine && onAskChange && <Button onPress={onAskChange}>{t('quote.askChange')}</Button>}
          <Button variant="quiet" onPress={() => setDeclining(true)}>
            {t('quote.decline')}
          </Button>
        </div>
      )}
      {!noting && <Refusal of={accept.error} className="mt-3" />}
      {noting && (
        <NoteAgreementDialog
          about={`quote:${order.id}:${quote.n}`}
          name={order.clientName}
          busy={accept.isPending}
          error={accept.error}
          onNote={(noted) => accept.mutateAsync({ n: quote.n, ...noted }).then(() => setNoting(false))}
          onClose={() => setNoting(false)}
        />
      )}
      <DeclineQuoteDialog order={order} n={quote.n} open={declining} onOpenChange={setDeclining} />
    </article>
  );
}

function QuoteState({ order, quote }: Props) {
  const { t, locale, agreed } = useOrderWords();
  const by = {
    name: quote.answeredBy?.name ?? '',
    date: formatShortDate(locale, quote.answeredAt ?? quote.createdAt),
  };
  if (quote.status === 'accepted' && quote.onBehalf) return agreed(quote, order.clientName);
  if (quote.status === 'accepted') return t('quote.acceptedBy', by);
  if (quote.status === 'declined') return t('quote.declinedBy', by);
  if (quote.status === 'superseded') return t('quote.superseded');
  const date = formatShortDate(locale, quote.validUntil);
  if (quote.expired) return <span className="text-ocre">{t('quote.expired', { date })}</span>;
  const waits = order.allowed.includes('acceptQuote') ? '' : `${t('quote.waits', { name: order.clientName })}. `;
  return `${waits}${t('quote.validUntil', { date })}`;
}
