'use client';

import { useLocale, useTranslations } from 'next-intl';
import { AskLine } from '@/components/orders/ask-line';
import { OrderCard } from '@/components/orders/order-card';
import { OrderPlate } from '@/components/orders/order-plate';
import { Empty } from '@/components/ui/empty';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Plate } from '@/components/ui/plate';
import { SectionHead } from '@/components/ui/section-head';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { useOrders } from '@/lib/http/orders';
import { inLanguage } from '@/lib/i18n/bilingual';
import { daysBetween, formatDate, formatDayMonth, formatLongDay, formatMoney, formatTime } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { ModelDto } from '@/lib/models/schemas';
import { type Ask, askOf, byGravity } from '@/lib/orders/asks';
import type { ConversationPageDto } from '@/lib/chat/schemas';
import { isOver } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { homeSentence, nextFeast } from './sentence';
import { DayRow } from './day-row';
import { LastWords } from './last-words';

interface Props {
  name: string;
  initialOrders: OrderDto[];
  conversations: ConversationPageDto;
  appointments: AppointmentDto[];
  measurements: { takenAt: string; points: number } | null;
  favourites: ModelDto[];
}

/** The client's home: what is asked of them, what is at work, what comes soon. */
export function ClientHome({ name, initialOrders, conversations, appointments, measurements, favourites }: Props) {
  const t = useTranslations('account.home');
  const kinds = useTranslations('calendar.clientKinds');
  const locale = useLocale();
  const { data: orders = initialOrders } = useOrders({}, initialOrders);
  const now = new Date();
  const sentence = homeSentence(orders);
  const feast = nextFeast(orders, now);
  const gravestFirst = orders.toSorted(byGravity('client'));
  const asked = gravestFirst.flatMap((order) => {
    const ask = askOf(order, 'client');
    return ask ? [{ order, ask }] : [];
  });
  const going = gravestFirst.filter(({ stage }) => !isOver(stage));
  const em = (chunks: React.ReactNode) => <em>{chunks}</em>;
  return (
    <div className="page pt-10 pb-20">
      <div className="mb-12 flex flex-wrap items-end justify-between gap-8">
        <h1 className="d2" data-size="large">
          {t('hello', { name })}
          <br />
          {sentence.kind === 'asked' && t.rich('asked', { count: sentence.count, em })}
          {sentence.kind === 'working' && t.rich('working', { count: sentence.count, em })}
          {sentence.kind === 'ready' && t.rich('ready', { em })}
          {sentence.kind === 'quiet' && t.rich('quiet', { em })}
        </h1>
        {feast && (
          <p className="md:text-right">
            <span className="figure block text-[44px] md:text-[64px]">{daysBetween(now, feast)}</span>
            <span className="small text-ink2">{t('daysToFeast', { count: daysBetween(now, feast) })}</span>
          </p>
        )}
      </div>
      <div className="grid grid-cols-1 gap-14 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:gap-18">
        <div className="flex min-w-0 flex-col gap-16">
          {asked.length > 0 && (
            <ul className="grid gap-6 sm:grid-cols-2" aria-label={t('askedLabel')}>
              {asked.map(({ order, ask }) => (
                <Asked key={order.id} order={order} ask={ask} />
              ))}
            </ul>
          )}
          <section>
            <SectionHead
              title={t('orders')}
              aside={orders.length > 0 && <TextLink href={paths.account.orders}>{t('allOrders')}</TextLink>}
            />
            {going.length === 0 ? (
              <Empty
                drawing="hanger"
                title={t('noOrder')}
                level="h3"
                action={
                  <LinkButton href={paths.models} variant="primary">
                    {t('seeModels')}
                  </LinkButton>
                }
              >
                {t.rich('noOrderHelp', {
                  bespoke: (chunks) => <TextLink href={paths.account.newOrder}>{chunks}</TextLink>,
                })}
              </Empty>
            ) : (
              <ul className="mt-5 flex flex-col gap-4">
                {going.map((order) => (
                  <li key={order.id}>
                    <OrderCard order={order} href={paths.account.order(order.id)} reader="client" />
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <aside className="flex min-w-0 flex-col gap-14">
          <section>
            <SectionHead title={t('soon')} />
            {appointments.length === 0 && <p className="small mt-4 text-ink2">{t('nothingSoon')}</p>}
            <ul>
              {appointments.map((one) => (
                <DayRow key={one.id} sure={one.status === 'confirmed'} date={one.start} title={kinds(one.kind)}>
                  {formatLongDay(locale, one.start)}, {formatTime(locale, one.start)}
                  {one.couturierName ? `, ${one.couturierName}` : ''}
                  {one.status === 'proposed' && <span className="smaller block">{t('proposed')}</span>}
                </DayRow>
              ))}
            </ul>
            <TextLink href={paths.account.appointments} className="small mt-4 inline-block">
              {t('appointments')}
            </TextLink>
          </section>
          <section>
            <SectionHead title={t('words')} />
            <LastWords initial={conversations} />
            <LinkButton href={paths.account.newConversation} wide className="mt-4">
              {t('write')}
            </LinkButton>
            <TextLink href={paths.account.messages} className="small mt-4 inline-block">
              {t('messages')}
            </TextLink>
          </section>
          <section>
            <SectionHead title={t('measurements')} />
            <p className="small mt-4 text-ink2">
              {measurements
                ? t('taken', { date: formatDate(locale, measurements.takenAt), points: measurements.points })
                : t('notTaken')}{' '}
              <TextLink href={measurements ? paths.account.measurements : paths.account.newMeasurements}>
                {t(measurements ? 'seeMeasurements' : 'takeMeasurements')}
              </TextLink>
            </p>
          </section>
        </aside>
      </div>
      {favourites.length > 0 && (
        <section className="mt-20">
          <SectionHead title={t('kept')} aside={<TextLink href={paths.account.favourites}>{t('allKept')}</TextLink>} />
          <ul className="mt-5 grid grid-cols-2 gap-6 md:grid-cols-4">
            {favourites.map((model) => (
              <li key={model.id}>
                <Link href={paths.model(model.slug)} className="text-ink no-underline">
                  <Plate tint={model.colours[0]?.hex} ratio="3 / 4">
                    {model.images[0] && (
                      <img
                        src={`/api/files/${model.images[0].id}?w=640`}
                        alt={inLanguage(model.images[0].alt, locale)}
                        loading="lazy"
                      />
                    )}
                  </Plate>
                  <span className="h3 mt-3 block">{inLanguage(model.title, locale)}</span>
                  <span className="small text-ink2">
                    {t('from', { amount: formatMoney(locale, model.priceFrom, { round: true }) })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What the sheet says in short: who has signed, or what it costs and when it comes. */
function useAskedWords(order: OrderDto, ask: Ask): string {
  const t = useTranslations('account.home.facts');
  const locale = useLocale();
  const signed = order.cuttingApprovals.at(-1)?.signatures.find(({ side }) => side === 'house');
  if (ask === 'signature' && signed)
    return t('signature', { name: signed.by.name, date: formatLongDay(locale, signed.at) });
  const quote = ask === 'quote' ? order.quotes.find(({ status }) => status === 'open') : undefined;
  if (!quote) return `${order.number}, ${order.couturierName}`;
  const { total, deposit, promisedDate, validUntil } = quote;
  return [
    t(deposit.amount.amount > 0 ? 'priceDeposit' : 'price', {
      total: formatMoney(locale, total),
      deposit: formatMoney(locale, deposit.amount),
    }),
    promisedDate && t('promised', { date: formatDayMonth(locale, promisedDate) }),
    t('validUntil', { date: formatLongDay(locale, validUntil) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function Asked({ order, ask }: { order: OrderDto; ask: Ask }) {
  const t = useTranslations('account.home');
  const words = useAskedWords(order, ask);
  return (
    <li className="flex flex-col border border-t-2 border-hair border-t-garance bg-sheet p-6">
      <OrderPlate plate={order.plate} width={640} decorative ratio="360 / 230" />
      <div className="mt-5">
        <AskLine ask={ask} />
      </div>
      <p className="h2 mt-1">{t(`sheets.${ask}`, { title: order.title })}</p>
      <p className="small mt-1 mb-5 text-ink2">{words}</p>
      <LinkButton
        href={paths.account.order(order.id)}
        variant={ask === 'signature' ? 'sign' : 'secondary'}
        className="mt-auto self-start"
      >
        {t(`read.${ask}`)}
      </LinkButton>
    </li>
  );
}
