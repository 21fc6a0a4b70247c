'use client';

import { useOrderWords } from '@/components/orders/use-order-words';
import { TransferConversation } from '@/components/transfer/transfer-conversation';
import { Avatar } from '@/components/ui/avatar';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { Count } from '@/components/ui/tag';
import { daysFrom } from '@/lib/calendar';
import { dayKey, firstName, inCapital, quoted } from '@/lib/i18n/format';
import type { OverviewDto, OverviewUnanswered } from '@/lib/overview/schemas';
import { paths } from '@/lib/paths';
import { useOverviewWords } from './use-overview-words';

/** A wait that is longer is said in garance. */
const LONG_DAYS = 2;

/** Who asked something of anybody in the house and was not answered: their own words, how long ago, to whom. */
export function UnansweredList({ data }: { data: OverviewDto }) {
  const { t } = useOverviewWords(data.day);
  const more = data.counts.unanswered - data.unanswered.length;
  return (
    <section aria-labelledby="unanswered" className="min-w-0">
      <SectionHead
        id="unanswered"
        title={t('unanswered.title')}
        aside={<Count value={data.counts.unanswered} label={t('unanswered.count', { n: data.counts.unanswered })} />}
      />
      {data.unanswered.length === 0 && <p className="small py-5 text-ink2">{t('unanswered.empty')}</p>}
      <ul>
        {data.unanswered.map((one) => (
          <UnansweredRow key={`${one.kind}-${one.id}-${one.since}`} one={one} today={data.day} />
        ))}
      </ul>
      {more > 0 && <p className="small py-3 text-ink2">{t('unanswered.more', { n: more })}</p>}
    </section>
  );
}

function UnansweredRow({ one, today }: { one: OverviewUnanswered; today: string }) {
  const { t, locale, at } = useOverviewWords(today);
  const { field } = useOrderWords();
  const days = daysFrom(dayKey(one.since), today);
  const words = (): string | undefined => {
    if (one.kind === 'change') {
      const changes = (one.changes ?? []).map((change) => `${field(change.field)} ${change.to}`).join(', ');
      return t('unanswered.change', {
        title: one.orderTitle ?? '',
        words: inCapital(changes.toLocaleLowerCase(locale)),
      });
    }
    if (one.kind === 'defect') return t('unanswered.defect', { title: one.orderTitle ?? '', words: one.words ?? '' });
    if (one.words !== undefined) return quoted(locale, one.words);
    return one.sent && t(`unanswered.${one.sent}`);
  };
  const said = words();
  const href =
    one.kind === 'change'
      ? { pathname: paths.atelier.order(one.id), query: { tab: 'changes' } }
      : one.kind === 'defect'
        ? paths.atelier.order(one.id)
        : paths.atelier.conversation(one.id);
  const isLong = days > LONG_DAYS;
  return (
    <li className="flex gap-3.5 border-b border-hair py-3.5">
      <Avatar name={one.clientName} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="strong small min-w-0 wrap-anywhere">{one.clientName}</span>
          <span className={`caption figures ${isLong ? 'strong text-garance' : ''}`}>
            {days > 0 ? t('unanswered.days', { n: days }) : t('unanswered.today')}
          </span>
        </p>
        {said === undefined ? (
          <p className="smaller mt-1 text-ink3">{t('unanswered.kept')}</p>
        ) : (
          <p className="overview-words mt-1" dir="auto">
            {said}
          </p>
        )}
        <p className="smaller mt-1.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-ink2">
          <span>
            {one.own
              ? t('unanswered.toYou', { when: at(one.since) })
              : t('unanswered.to', { name: firstName(one.couturierName), when: at(one.since) })}
          </span>
          <span className="flex gap-4">
            {one.kind === 'message' && (
              <TransferConversation
                conversation={{ id: one.id, couturierId: one.couturierId, name: one.clientName }}
                words={t('unanswered.confide')}
                label={`${t('unanswered.confide')}, ${one.clientName}`}
                asLink
              />
            )}
            {(one.own || one.kind !== 'message') && (
              <TextLink href={href}>
                {t('unanswered.answer')}
                <span className="sr-only">, {one.clientName}</span>
              </TextLink>
            )}
          </span>
        </p>
      </div>
    </li>
  );
}
