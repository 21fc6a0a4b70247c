'use client';

import { useState } from 'react';
import { useOrderWords } from '@/components/orders/use-order-words';
import { Avatar } from '@/components/ui/avatar';
import { LinkLikeButton } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { Count } from '@/components/ui/tag';
import type { Waiting } from '@/lib/dashboard/schemas';
import { formatDay, formatTime, inCapital } from '@/lib/i18n/format';
import { useDashboardWords } from './use-dashboard-words';

const SHOWN = 5;

/** Who waits for the couturier: solid lines, each with the way to the answer. */
export function WaitingList({ waiting, now }: { waiting: readonly Waiting[]; now: string }) {
  const { t } = useDashboardWords();
  const [all, setAll] = useState(false);
  const rows = all ? waiting : waiting.slice(0, SHOWN);
  return (
    <section aria-labelledby="waiting">
      <SectionHead
        id="waiting"
        title={t('waiting.title')}
        aside={<Count value={waiting.length} label={t('waiting.count', { count: waiting.length })} />}
      />
      {waiting.length === 0 && <p className="small py-5 text-ink2">{t('waiting.empty')}</p>}
      <ul>
        {rows.map((one) => (
          <WaitingRow key={`${one.kind}-${one.id}`} one={one} now={now} />
        ))}
      </ul>
      {rows.length < waiting.length && (
        <p className="small py-3">
          <LinkLikeButton onPress={() => setAll(true)}>
            {t('waiting.more', { count: waiting.length - rows.length })}
          </LinkLikeButton>
        </p>
      )}
    </section>
  );
}

function WaitingRow({ one, now }: { one: Waiting; now: string }) {
  const { t, locale, since } = useDashboardWords();
  const { field } = useOrderWords();
  const words = (): string => {
    if (one.kind === 'change') {
      const changes = (one.changes ?? []).map((change) => `${field(change.field)} ${change.to}`).join(', ');
      return t('waiting.change', { words: inCapital(changes.toLocaleLowerCase(locale)) });
    }
    if (one.kind === 'appointment' && one.at)
      return t('waiting.appointment', { day: formatDay(locale, one.at), time: formatTime(locale, one.at) });
    if (one.kind === 'defect') return t('waiting.defect', { title: one.orderTitle ?? '', words: one.words ?? '' });
    if (one.kind === 'quote') return t('waiting.quote', { title: one.orderTitle ?? '' });
    if (one.sent) return t(`waiting.${one.sent}`);
    return t(one.kind === 'conversation' ? 'waiting.conversation' : 'waiting.message', { words: one.words ?? '' });
  };
  const time = since(one.since, now);
  return (
    <li className="flex items-center gap-3.5 border-b border-hair py-3.5">
      <Avatar name={one.clientName} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="strong small min-w-0 wrap-anywhere">{one.clientName}</span>
          <span className="caption figures">
            <span className="max-md:hidden">{t('since.long', { since: time })}</span>
            <span className="md:hidden">{time}</span>
          </span>
        </p>
        <p className="smaller line-clamp-2 text-ink2">{words()}</p>
      </div>
      <TextLink href={one.href} className="small shrink-0">
        {t(one.kind === 'appointment' ? 'waiting.see' : 'waiting.answer')}
        <span className="sr-only">, {one.clientName}</span>
      </TextLink>
    </li>
  );
}
