import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import { describeEntry } from '@/lib/books/describe-entry';
import type { EntryDto, VerificationDto } from '@/lib/books/schemas';
import {
  dayKey,
  formatDate,
  formatLongDay,
  formatMoney,
  formatPeriod,
  formatTime,
  inCapital,
  quoted,
} from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

const byDay = (items: readonly EntryDto[]): [string, EntryDto[]][] => {
  const days = new Map<string, EntryDto[]>();
  for (const entry of items) days.set(dayKey(entry.at), [...(days.get(dayKey(entry.at)) ?? []), entry]);
  return [...days];
};

/** Where an entry is found among all others, by its number. */
const entryLink = (number: string) => ({ pathname: paths.atelier.ledger, query: { period: 'all', q: number } });

/** « 9c1e 44b0 »: the beginning of a seal, as far as two are told apart by eye. */
const sealWords = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;

/** Numbers of other entries, each leading there. */
const EntryLinks = ({ numbers }: { numbers: readonly string[] }) =>
  numbers.map((number, at) => (
    <span key={number}>
      {at > 0 && ', '}
      <TextLink href={entryLink(number)}>{number}</TextLink>
    </span>
  ));

function Invoice({ invoice }: { invoice: NonNullable<EntryDto['invoice']> }) {
  const t = useTranslations('ledger');
  const orders = useTranslations('orders');
  const { act, order, refersTo, takesUp, counteredBy } = invoice;
  return (
    <span className="ledger-what">
      <span className="strong block">{orders(`invoices.act.${act}`)}</span>
      <span className="small block text-ink2">
        <TextLink href={paths.atelier.order(order.id)}>{order.number}</TextLink> {order.title}
      </span>
      {refersTo.length > 0 && (
        <span className="small block text-ink2">
          {t('counters')} <EntryLinks numbers={refersTo} />
        </span>
      )}
      {takesUp.length > 0 && (
        <span className="small block text-ink2">
          {t('takesUp')} <EntryLinks numbers={takesUp} />
        </span>
      )}
      {counteredBy.length > 0 && (
        <span className="small block text-ink2">
          {t('reducedBy')} <EntryLinks numbers={counteredBy} />
        </span>
      )}
    </span>
  );
}

function Receipt({ entry, receipt }: { entry: EntryDto; receipt: NonNullable<EntryDto['receipt']> }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const { refersTo, counteredBy, order } = receipt;
  const { what, means } = describeEntry(entry, locale);
  return (
    <span className="ledger-what">
      <span className="block">
        <span className="strong">{what}</span>, {means}
      </span>
      <span className="small block text-ink2">
        <TextLink href={paths.atelier.order(order.id)}>{order.number}</TextLink> {order.title}
      </span>
      {refersTo.length > 0 && (
        <span className="small block text-ink2">
          {t(receipt.act === 'reversal' ? 'counters' : 'givesBack')} <EntryLinks numbers={refersTo} />
        </span>
      )}
      {counteredBy && (
        <span className="small block text-ink2">
          {t('counteredBy')} <EntryLinks numbers={[counteredBy]} />
        </span>
      )}
      {dayKey(receipt.paidAt) !== dayKey(entry.at) && (
        <span className="small block text-ink3">{t('paidOn', { day: formatDate(locale, receipt.paidAt) })}</span>
      )}
    </span>
  );
}

/** What a closing closed, and how its till was. */
function Closing({ id, closing }: { id: string; closing: NonNullable<EntryDto['closing']> }) {
  const t = useTranslations('ledger.close');
  const locale = useLocale();
  const { span, period, automatic, cash, parts } = closing;
  const till =
    cash?.counted === undefined
      ? t('tillUncounted')
      : cash.difference
        ? t('tillOff', {
            amount: formatMoney(locale, { amount: cash.difference, currency: cash.currency }, { sign: true }),
          })
        : t('tillRight');
  return (
    <span className="ledger-what">
      <TextLink className="strong" href={paths.atelier.closing(id)}>
        {t(`of.${span}`, { period: formatPeriod(locale, period) })}
      </TextLink>
      <span className="small block text-ink2">
        {[
          span === 'day' ? till : t('parts', { n: parts.length }),
          ...(cash?.word ? [quoted(locale, cash.word)] : []),
          ...(automatic ? [t('byHouse')] : []),
        ].join(', ')}
      </span>
    </span>
  );
}

function Line({ entry, wrongs }: { entry: EntryDto; wrongs: readonly string[] }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const { receipt, invoice, paper, closing, origin, hash } = entry;
  const [closed] = closing?.totals ?? [];
  const sum =
    receipt?.amount ??
    invoice?.total ??
    (closed && { amount: closed.received.in + closed.received.out, currency: closed.currency });
  return (
    <li className="ledger-line" data-broken={wrongs.length > 0 || undefined}>
      <time dateTime={entry.at} className="small text-ink2">
        {formatTime(locale, entry.at)}
      </time>
      <span className="ledger-number">
        <span className="block">{entry.id}</span>
        {origin && <Tag tone={origin === 'training' ? 'ocre' : 'neutral'}>{t(`origins.${origin}`)}</Tag>}
      </span>
      {receipt && <Receipt entry={entry} receipt={receipt} />}
      {invoice && <Invoice invoice={invoice} />}
      {closing && <Closing id={entry.id} closing={closing} />}
      {paper && (
        <span className="ledger-what">
          <span className="strong">{t('paper')}</span> <TextLink href={entryLink(paper.of)}>{paper.of}</TextLink>
        </span>
      )}
      <span className="ledger-whom small text-ink2">{receipt?.client ?? invoice?.client}</span>
      <span className="ledger-sum">{sum && formatMoney(locale, sum)}</span>
      <span className="ledger-seal caption" title={t('sealTitle', { hash, name: entry.by.name })}>
        <span className="sr-only">{t('seal')} </span>
        {sealWords(hash)}
      </span>
      {wrongs.map((words) => (
        <span key={words} className="ledger-wrong small">
          <Icon of={TriangleAlert} size={16} /> {words}
        </span>
      ))}
    </li>
  );
}

/** The entries by the day they were written on, the newest first, each tied to the chain. */
export function BooksDays({ items, findings }: { items: readonly EntryDto[]; findings: VerificationDto['findings'] }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  if (items.length === 0) return <p className="py-8 text-ink2">{t('empty')}</p>;
  return (
    <>
      <p className="ledger-heads small text-ink3" aria-hidden="true">
        <span>{t('heads.at')}</span>
        <span>{t('heads.number')}</span>
        <span>{t('heads.what')}</span>
        <span>{t('heads.whom')}</span>
        <span className="text-right">{t('heads.sum')}</span>
        <span className="pl-8">{t('heads.seal')}</span>
      </p>
      {byDay(items).map(([day, entries]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="ledger-day">
          <h2 id={`day-${day}`} className="h3 border-b border-ink pb-3">
            {inCapital(formatLongDay(locale, `${day}T12:00:00Z`))}
          </h2>
          <ul>
            {entries.map((entry) => (
              <Line
                key={entry.id}
                entry={entry}
                wrongs={findings.filter(({ at }) => at.split(', ').includes(entry.id)).map(({ message }) => message)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
