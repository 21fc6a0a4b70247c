'use client';

import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/actor';
import { formatDate, formatCentimetres, formatTime } from '@/lib/i18n/format';
import type { CuttingApprovalDto, OrderDto } from '@/lib/orders/answers';
import { CuttingPicture } from './cutting-picture';
import { NotedAgreement } from './noted-agreement';
import { PaperLink } from './paper-link';
import { useOrderWords } from './use-order-words';
import type { Side } from '@/lib/orders/words';

/** The frozen sheet, as on the print: picture and marks, facts, measurements, the promise and the two signature lines. */
export function CuttingSheet({ order, approval }: { order: OrderDto; approval: CuttingApprovalDto }) {
  const { t, locale, money, field, option } = useOrderWords();
  const points = useTranslations('measurements');
  const { sheet } = approval;
  const pointName = (code: string) => {
    const key = `points.${code}` as 'points.height';
    return points.has(key) ? points(key) : code;
  };
  const facts: [string, string | undefined][] = [
    [t('approval.client'), sheet.clientName],
    [t('approval.model'), sheet.title],
    [t('approval.fabric'), sheet.fabric],
    [t('approval.lining'), sheet.lining],
    ...Object.entries(sheet.options)
      .filter(([name]) => name !== 'fabric' && name !== 'lining')
      .map(([name, value]): [string, string] => [field(`options.${name}`), option(value)]),
    [t('approval.price'), sheet.price && money(sheet.price)],
    [t('approval.delivery'), sheet.deliveryDate && formatDate(locale, sheet.deliveryDate)],
  ];
  return (
    <div className="text-ink">
      <p className="smaller text-ink2">
        <span className="figures">{sheet.number}</span>,{' '}
        {t('approval.drawnUp', { date: formatDate(locale, approval.createdAt) })}{' '}
        {approval.n > 1 && t('approval.replaces', { n: approval.n - 1 })}
      </p>
      <div className="bati mt-3" />
      <div className="mt-5 grid gap-6 sm:grid-cols-[260px_1fr]">
        <div>
          <CuttingPicture order={order} sheet={sheet} className="aspect-[3/4]" />
          {sheet.callouts.length > 0 && (
            <ol className="smaller mt-3 list-inside list-decimal text-ink2">
              {sheet.callouts.map((callout, index) => (
                <li key={index}>{callout.text}</li>
              ))}
            </ol>
          )}
        </div>
        <div>
          <dl className="small">
            {facts.map(
              ([name, value]) =>
                value && (
                  <div key={name} className="grid grid-cols-[96px_1fr] gap-3 border-b border-hair py-2">
                    <dt className="text-ink2">{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {sheet.measurements && (
            <>
              <p className="small mt-5 font-[560]">
                {t('approval.measuredOn', { date: formatDate(locale, sheet.measurements.takenAt) })}
              </p>
              <dl className="smaller figures mt-1 grid grid-cols-2 gap-x-6">
                {Object.entries(sheet.measurements.values).map(([code, value]) => (
                  <div key={code} className="flex justify-between gap-3 border-b border-hair py-1.5">
                    <dt className="text-ink2">{pointName(code)}</dt>
                    <dd className="font-[560]">{formatCentimetres(locale, value)}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      </div>
      {sheet.note && <p className="small mt-5 whitespace-pre-line">{sheet.note}</p>}
      <p className="small measure mt-5">{t('approval.promise')}</p>
      <div className="mt-6 grid gap-6 sm:grid-cols-2">
        <SignatureLine approval={approval} order={order} side="house" locale={locale} />
        <SignatureLine approval={approval} order={order} side="client" locale={locale} />
      </div>
      <p className="mt-6 flex flex-wrap items-baseline justify-between gap-4">
        <PaperLink orderId={order.id} kind="cutting" n={approval.n} />
        <span className="caption">{t('approval.fingerprint', { value: approval.fingerprint })}</span>
      </p>
    </div>
  );
}

interface LineProps {
  order: OrderDto;
  approval: CuttingApprovalDto;
  side: Side;
  locale: Locale;
}

/** Signed: the name in italic on solid ink. Awaited from the reader: basted garance; from the other: basted grey. */
function SignatureLine({ order, approval, side, locale }: LineProps) {
  const { t, given, notedBy } = useOrderWords();
  const signature = approval.signatures.find((one) => one.side === side);
  const name = side === 'client' ? approval.sheet.clientName : signature?.by.name;
  if (signature?.onBehalf)
    return (
      <div>
        <p className="small flex min-h-8 items-end">{given(signature, name ?? '')}</p>
        <div className="rule mt-1" />
        <p className="caption mt-2">{notedBy(signature)}</p>
        {side === 'client' && <NotedAgreement order={order} to="approval" n={approval.n} agreement={signature} />}
      </div>
    );
  if (signature)
    return (
      <div>
        <p className="serif serif-italic text-[26px] leading-8">{name}</p>
        <div className="rule mt-1" />
        <p className="caption mt-2">
          {t(side === 'house' ? 'approval.house' : 'approval.clientSide', {
            when: `${formatDate(locale, signature.at)}, ${formatTime(locale, signature.at)}`,
          })}
        </p>
      </div>
    );
  const mine = order.allowed.includes('signApproval') && (side === 'client') === isClientTurn(order, approval);
  return (
    <div>
      <p className="text-[26px] leading-8" aria-hidden="true">
        &nbsp;
      </p>
      <div
        className="mt-1 h-[2px]"
        style={{
          background: `repeating-linear-gradient(90deg, var(${mine ? '--garance' : '--control'}) 0 7px, transparent 7px 13px)`,
        }}
      />
      <p className="caption mt-2">
        {side === 'house'
          ? t('approval.houseAwaited')
          : t('approval.clientAwaited', { name: approval.sheet.clientName })}
      </p>
    </div>
  );
}

/** Whether the reader would sign on the client's line. Staff carry `createApproval`; a client never does. */
function isClientTurn(order: OrderDto, approval: CuttingApprovalDto): boolean {
  if (!order.allowed.includes('createApproval')) return true;
  return !order.clientHasAccount && approval.signatures.some(({ side }) => side === 'house');
}
