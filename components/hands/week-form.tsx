'use client';

import { useLocale, useTranslations } from 'next-intl';
import { SaveLine } from '@/components/form/save-line';
import { useSettingsForm } from '@/components/form/use-settings-form';
import { ValueField } from '@/components/form/value-field';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import type { AgreedWeekDto, HandDto } from '@/lib/absences/schemas';
import { useAgreeWeek } from '@/lib/http/hands';
import { formatDate, formatNumber, formatShortDate } from '@/lib/i18n/format';
import { HOURS } from '@/lib/number-kinds';
import { useDayWords } from './use-day-words';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Somebody's hours and days of a week, changed from a day on; what held before is the history. */
export function WeekForm({ hand, today }: { hand: HandDto; today: string }) {
  const t = useTranslations('hands');
  const locale = useLocale();
  const words = useDayWords();
  const agree = useAgreeWeek();
  const form = useSettingsForm({
    key: `week:${hand.id}`,
    saved: { weeklyHours: hand.weeklyHours, workingDays: hand.workingDays, from: '' },
    save: ({ from, ...week }) => agree.mutateAsync({ staffId: hand.id, ...week, from: from || today }),
  });
  const { draft, set, errors } = form;
  const number = (hours: number) => formatNumber(locale, hours, 1);
  const turn = (day: number, works: boolean) =>
    set('workingDays', [...draft.workingDays.filter((one) => one !== day), ...(works ? [day] : [])].sort());
  const change =
    draft.weeklyHours === hand.weeklyHours
      ? t('changeDays', { name: hand.name, hours: number(draft.weeklyHours) })
      : t('change', { name: hand.name, before: number(hand.weeklyHours), after: number(draft.weeklyHours) });
  return (
    <li className="border-b border-hair py-4">
      <form
        method="post"
        noValidate
        aria-label={hand.name}
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <p className="strong">{hand.name}</p>
        <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-4">
          <div className="hands-hours">
            <ValueField
              id={`hours-${hand.id}`}
              label={t('hoursOf', { name: hand.name })}
              kind={HOURS}
              unit="h"
              value={draft.weeklyHours}
              onChange={(hours) => set('weeklyHours', hours ?? 0)}
              error={errors['weeklyHours']}
            />
          </div>
          <div role="group" aria-label={t('daysOf', { name: hand.name })} className="hands-days">
            {WEEK.map((day) => (
              <Checkbox key={day} isSelected={draft.workingDays.includes(day)} onChange={(works) => turn(day, works)}>
                {words.name(day)}
              </Checkbox>
            ))}
          </div>
        </div>
        {form.dirty && (
          <>
            <div className="mt-4 max-w-52">
              <TextField
                type="date"
                label={t('start')}
                help={t('startHelp')}
                value={draft.from}
                onChange={(from) => set('from', from)}
                error={errors['from']}
              />
            </div>
            <SaveLine words={change} busy={form.busy} onCancel={form.cancel} />
          </>
        )}
      </form>
      <History hand={hand} today={today} />
    </li>
  );
}

function History({ hand, today }: { hand: HandDto; today: string }) {
  const t = useTranslations('hands');
  const locale = useLocale();
  const words = useDayWords();
  if (hand.weeks.length < 2) return null;
  const when = ({ from }: AgreedWeekDto) => {
    if (from === undefined) return t('first');
    return t(from > today ? 'upcoming' : 'since', { day: formatDate(locale, from) });
  };
  return (
    <details className="small mt-3">
      <summary className="text-ink2" aria-label={t('historyOf', { name: hand.name })}>
        {t('history')}
      </summary>
      <ul className="mt-2 flex flex-col gap-1">
        {[...hand.weeks].reverse().map((week, index) => (
          <li key={index}>
            {when(week)}{' '}
            <span className="strong">
              {t('week', { hours: formatNumber(locale, week.weeklyHours, 1), days: words.week(week.workingDays) })}
            </span>
            {week.byName && week.at && (
              <span className="text-ink2">
                {' '}
                {t('notedBy', { name: week.byName, day: formatShortDate(locale, week.at) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
