import { Check, Download, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button-look';
import { Icon } from '@/components/ui/icon';
import { NativeButton } from '@/components/ui/native';
import { SectionHead } from '@/components/ui/section-head';
import { Tag } from '@/components/ui/tag';
import { LinkButton } from '@/components/ui/link-button';
import type { NextClosingDto, Sum, VerificationDto } from '@/lib/books/schemas';
import { formatDate, formatLongDay, formatMoney, formatTime, inCapital } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

/** So many flaws are read one by one; how many there are is said. */
const NAMED = 12;

function Sums({ sums }: { sums: readonly Sum[] }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return (
    <section aria-labelledby="ledger-sums">
      <SectionHead id="ledger-sums" title={t('sums')} />
      {sums.length === 0 && <p className="small pt-3 text-ink3">{t('noSums')}</p>}
      {sums.map(({ currency, total, payment, refund, reversal, invoiced }) => (
        <dl key={currency} className="ledger-sums">
          {Object.entries({ payment, refund, reversal }).map(([act, amount]) => (
            <div key={act}>
              <dt>{t(`sumOf.${act as 'payment' | 'refund' | 'reversal'}`)}</dt>
              <dd>{formatMoney(locale, { amount, currency })}</dd>
            </div>
          ))}
          <div className="strong">
            <dt>{t('sumOf.total')}</dt>
            <dd>{formatMoney(locale, { amount: total, currency })}</dd>
          </div>
          {invoiced !== 0 && (
            <div>
              <dt>{t('sumOf.invoiced')}</dt>
              <dd>{formatMoney(locale, { amount: invoiced, currency })}</dd>
            </div>
          )}
        </dl>
      ))}
    </section>
  );
}

function Chain({ chain, asked }: { chain: VerificationDto; asked: Readonly<Record<string, string>> }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const { entries, flaws, findings, since, verifiedAt, whole } = chain;
  return (
    <section aria-labelledby="ledger-chain">
      <SectionHead
        id="ledger-chain"
        title={t('chain')}
        aside={
          whole ? (
            <Tag tone="sarcelle" icon={Check}>
              {t('whole')}
            </Tag>
          ) : (
            <Tag tone="garance" icon={TriangleAlert}>
              {t('broken')}
            </Tag>
          )
        }
      />
      <span className="ledger-thread" data-broken={!whole || undefined} aria-hidden="true" />
      <p className="small text-ink2">
        {whole
          ? t('holds', { n: entries, day: since ? formatDate(locale, since) : '' })
          : t('flawed', { flaws, n: entries })}{' '}
        {t('verified', { time: formatTime(locale, verifiedAt) })}
      </p>
      {!whole && (
        <ul className="ledger-flaws small">
          {findings.slice(0, NAMED).map(({ flaw, at, message }) => (
            <li key={`${flaw} ${at}`}>{message}</li>
          ))}
          {flaws > NAMED && <li className="text-ink2">{t('moreFlaws', { n: flaws - NAMED })}</li>}
        </ul>
      )}
      <div className="flex flex-wrap gap-3 pt-4">
        <form method="get" action={`/${locale}${paths.atelier.ledger}`}>
          {Object.entries(asked).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="check" value="now" />
          <NativeButton type="submit" size="small">
            {t('verify')}
          </NativeButton>
        </form>
        <a href="/api/ledger/export" download {...buttonLook({ size: 'small' })}>
          <Icon of={Download} size={16} />
          {t('takeAway')}
        </a>
      </div>
      <p className="caption pt-4">{t(whole ? 'keepElsewhere' : 'whatNow')}</p>
    </section>
  );
}

/** The night that is to be closed: what came, and what the till should hold. */
function Night({ next }: { next: NextClosingDto }) {
  const t = useTranslations('ledger.close');
  const locale = useLocale();
  const { day, closed, earlier, totals, cash } = next;
  const money = (amount: number) => formatMoney(locale, { amount, currency: cash.currency });
  const name = formatLongDay(locale, `${day}T12:00:00Z`);
  if (closed)
    return (
      <p className="small text-ink2">
        {t('nightClosed', { day: inCapital(name), by: closed.by, time: formatTime(locale, closed.at) })}
      </p>
    );
  const came = totals
    .filter(({ currency }) => currency === cash.currency)
    .reduce((sum, { received }) => sum + received.in + received.out, 0);
  return (
    <section aria-labelledby="ledger-night" className="bati-box ledger-night">
      <h2 id="ledger-night" className="h2">
        {t.rich('night', { day: name, em: (words) => words })}
      </h2>
      <dl className="ledger-sums">
        {cash.opening !== null && (
          <div>
            <dt>{t('nightFloat')}</dt>
            <dd>{money(cash.opening)}</dd>
          </div>
        )}
        <div>
          <dt>{t('nightCash')}</dt>
          <dd>{money(cash.taken)}</dd>
        </div>
        {cash.opening !== null && (
          <div className="strong">
            <dt>{t('nightExpected')}</dt>
            <dd>{money(cash.opening + cash.taken)}</dd>
          </div>
        )}
        <div>
          <dt>{t('nightAll')}</dt>
          <dd>{money(came)}</dd>
        </div>
      </dl>
      {earlier.length > 0 && <p className="small pt-3 text-ocre">{t('nightLate', { n: earlier.length })}</p>}
      <LinkButton href={paths.atelier.closeDay} variant="primary" wide className="mt-4">
        {t('send')}
      </LinkButton>
      <p className="caption pt-3">{t('forEver')}</p>
    </section>
  );
}

interface Props {
  /** The night to close; nothing where the ledger cannot be read. */
  next?: NextClosingDto;
  sums: readonly Sum[];
  chain: VerificationDto;
  /** The choice that is shown, so that it is shown again after the chain was read. */
  asked: Readonly<Record<string, string>>;
}

/** What is shown comes to so much, and whether the chain under it holds. */
export function BooksAside({ next, sums, chain, asked }: Props) {
  return (
    <div className="ledger-aside">
      {next && <Night next={next} />}
      <Sums sums={sums} />
      <Chain chain={chain} asked={asked} />
    </div>
  );
}
