'use client';

import * as v from 'valibot';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Diff, Timeline, TimelineItem } from '@/components/ui/timeline';
import { dayKey, formatDate, formatDay, formatDifference, formatTime } from '@/lib/i18n/format';
import { fileUrl } from '@/lib/files/rules';
import { type EventDetails, eventDetails } from '@/lib/orders/event-details';
import type { OrderEventDto } from '@/lib/orders/answers';
import { isBack } from '@/lib/orders/rules';
import type { Stage } from '@/lib/house/stages';
import { OrderFiles } from './order-files';
import { useOrderWords } from './use-order-words';

type Words = ReturnType<typeof useOrderWords>;

function titleOf({ t, stages }: Words, event: OrderEventDto, data: EventDetails): string {
  if (event.type === 'stageMoved' && isBack(event.from as Stage, event.to as Stage))
    return t('events.takenBack', { stage: stages(`stage.${event.to as Stage}`) });
  if (event.type === 'stageMoved') return stages(`event.${event.to as Stage}`);
  if (event.type === 'paymentRecorded') return t(`events.${data.kind ?? 'balance'}`);
  if (event.type === 'invoiceIssued' || event.type === 'invoiceCredited')
    return t(`events.invoiceIssued.${data.act ?? 'invoice'}`);
  if (event.type === 'changeAnswered') return t(`events.answer.${event.to as 'accept' | 'refuse' | 'counter'}`);
  const key = `events.${event.type}` as 'events.quoteSent';
  if (event.type === 'created' && data.retouche) return t('events.retoucheCreated');
  return t.has(key) ? t(key, { n: data.n ?? 1, number: data.number ?? '' }) : event.type;
}

/** The second line: what it came to, in words. */
function lineOf(words: Words, event: OrderEventDto, data: EventDetails): string {
  const { t, locale, money: print, effect } = words;
  if (data.onBehalf && (event.type === 'quoteAccepted' || event.type === 'approvalSigned'))
    return t(`agreement.line.${data.how ?? 'unsaid'}`, { name: event.actorName });
  if (event.type === 'promisedAnyway' && event.to)
    return t('events.promisedAgainst', {
      day: formatDate(locale, event.to),
      why: (data.against ?? []).map((kind) => t(`events.against.${kind}`)).join(', '),
    });
  if (event.type === 'quoteAccepted' && data.amount) return t('events.forAgreement', { amount: print(data.amount) });
  if (event.type === 'quoteSent' && data.amount) return print(data.amount);
  if (event.type === 'paymentRecorded' && data.amount && data.method)
    return `${print(data.amount)}, ${t(`payments.method.${data.method}`)}`;
  if (event.type === 'paymentReversed' && data.amount) return print(data.amount);
  if (data.number && data.amount)
    return t(data.counters ? 'events.creditLine' : 'events.invoiceLine', {
      number: data.number,
      counters: data.counters ?? '',
      amount: print(data.amount),
    });
  if (event.type === 'measurementsFrozen' && data.points !== undefined)
    return t('events.points', { points: data.points });
  if (data.fromName && data.toName) return t('events.handedOver', { from: data.fromName, to: data.toName });
  if (data.balance) return t('events.balanceLeft', { amount: print(data.balance) });
  if (event.type === 'scheduled' && (event.from || event.to))
    return t('events.scheduledLine', {
      how: event.to ? (event.from ? 'moved' : 'set') : 'gone',
      was: event.from ? formatDate(locale, event.from) : '',
      day: event.to ? formatDate(locale, event.to) : '',
    });
  if (data.priceDelta ?? data.daysDelta)
    return [
      effect(data.priceDelta, data.daysDelta),
      ...(data.promised ? [t('news.nowPromised', { day: formatDate(locale, data.promised) })] : []),
    ].join('. ');
  return data.skipped ? t('events.skipped') : '';
}

/** The timeline of an order, newest first. `viewerId` is the reader's account: they read « vous ». */
export function OrderTimeline({ events, viewerId }: { events: readonly OrderEventDto[]; viewerId: string }) {
  const words = useOrderWords();
  const { t, locale, field, value, cameFrom } = words;
  const points = useTranslations('measurements.points');
  const today = dayKey(new Date());
  return (
    <Timeline>
      {events.map((event) => {
        const data = v.parse(eventDetails, event.data);
        const line = lineOf(words, event, data);
        const internal = event.visibility === 'staff';
        return (
          <TimelineItem
            key={event.id}
            when={
              <time dateTime={event.at}>
                {formatDay(locale, event.at)}
                {dayKey(event.at) === today && <span className="block">{formatTime(locale, event.at)}</span>}
              </time>
            }
            title={
              internal ? (
                <span className="inline-flex items-center gap-2">
                  <Icon of={Lock} size={16} label={t('events.internal')} />
                  {titleOf(words, event, data)}
                </span>
              ) : (
                titleOf(words, event, data)
              )
            }
            actor={event.actorId === viewerId ? t('events.you') : event.actorName}
            internal={internal}
          >
            {(line || event.note || data.changes || data.adjustments || data.files || data.paperFileId) && (
              <>
                {data.changes?.map((change) => (
                  <div key={change.field} className="border-t border-hair py-1.5 first:mt-1">
                    <Diff label={field(change.field)} from={value(change, 'from')} to={value(change, 'to')} />
                  </div>
                ))}
                {line && <p>{line}</p>}
                {event.note && <p className="measure whitespace-pre-line">{t('quoted', { text: event.note })}</p>}
                {data.adjustments?.map((one, index) => (
                  <p key={index} className="measure border-t border-hair py-1.5 first:mt-1">
                    {[
                      one.point ? points(one.point) : one.label,
                      one.delta === undefined ? undefined : `${formatDifference(locale, one.delta)} cm`,
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    {one.note && <span className="block text-ink2">{one.note}</span>}
                  </p>
                ))}
                {data.paperFileId && (
                  <a href={fileUrl(data.paperFileId)} className="mt-2 block w-fit">
                    <img
                      src={fileUrl(data.paperFileId, 320)}
                      alt={t('agreement.photo')}
                      loading="lazy"
                      className="h-[50px] w-[66px] object-cover"
                    />
                  </a>
                )}
                {data.cameFrom && <p className="caption mt-1">{cameFrom(data.cameFrom)}</p>}
                {data.files && data.files.length > 0 && (
                  <div className="mt-2">
                    <OrderFiles files={data.files} cool />
                  </div>
                )}
              </>
            )}
          </TimelineItem>
        );
      })}
    </Timeline>
  );
}
