'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type HouseDto, type OpeningInterval } from '@/lib/house/schemas';
import { type Weekday, WEEKDAYS } from '@/lib/house/words';
import { ClosureRows } from './closure-rows';
import { FeastRows } from './feast-rows';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

/** The hours of a week, the days the house is closed, and those it counts less hours in. */
export function HoursSection({ house, today }: { house: HouseDto; today: string }) {
  const t = useTranslations('house.settings');
  const form = useHouseForm('hours', house, {
    openingHours: house.openingHours,
    closures: house.closures,
    feasts: house.feasts ?? [],
  });
  const { openingHours } = form.draft;
  const change = (day: Weekday, intervals: OpeningInterval[]) =>
    form.set('openingHours', { ...openingHours, [day]: intervals });
  return (
    <SectionForm id="hours" title={t('hours')} help={t('hoursHelp')} house={house} form={form}>
      <ul className="border-t border-ink">
        {WEEKDAYS.map((day) => (
          <DayRow
            key={day}
            day={t(`weekday.${day}`)}
            intervals={openingHours[day]}
            error={Object.entries(form.errors).find(([path]) => path.startsWith(`openingHours.${day}`))?.[1]}
            onChange={(intervals) => change(day, intervals)}
          />
        ))}
      </ul>
      <h3 className="h3 mt-10 mb-3">{t('closures')}</h3>
      <ClosureRows
        closures={form.draft.closures}
        errors={form.errors}
        onChange={(closures) => form.set('closures', closures)}
      />
      <h3 className="h3 mt-10">{t('feasts')}</h3>
      <p className="small mt-1 mb-3 text-ink2">{t('feastsHelp')}</p>
      <FeastRows
        feasts={form.draft.feasts}
        today={today}
        errors={form.errors}
        checked={form.dirty}
        onChange={(feasts) => form.set('feasts', feasts)}
      />
    </SectionForm>
  );
}

interface DayProps {
  day: string;
  intervals: OpeningInterval[];
  error?: string;
  onChange: (intervals: OpeningInterval[]) => void;
}

function DayRow({ day, intervals, error, onChange }: DayProps) {
  const t = useTranslations('house.settings');
  const edit = (index: number, change: Partial<OpeningInterval>) =>
    onChange(intervals.map((interval, at) => (at === index ? { ...interval, ...change } : interval)));
  const last = intervals.at(-1);
  return (
    <li className="field border-b border-hair py-2" data-invalid={error ? true : undefined}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="w-24 first-letter:uppercase">{day}</span>
        <span className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
          {intervals.length === 0 && <span className="small text-ink3">{t('closed')}</span>}
          {intervals.map((interval, index) => (
            <span key={index} className="small flex items-center gap-2">
              <input
                type="time"
                className="field-box w-30 px-2 sm:w-34 sm:px-3.5"
                aria-label={t('openFrom', { day, n: index + 1 })}
                value={interval.from}
                onChange={(event) => edit(index, { from: event.target.value })}
              />
              {t('to')}
              <input
                type="time"
                className="field-box w-30 px-2 sm:w-34 sm:px-3.5"
                aria-label={t('openTo', { day, n: index + 1 })}
                value={interval.to}
                onChange={(event) => edit(index, { to: event.target.value })}
              />
              <IconButton
                size="small"
                label={t('removeInterval', { day, n: index + 1 })}
                onPress={() => onChange(intervals.filter((_, at) => at !== index))}
              >
                <Icon of={X} size={16} />
              </IconButton>
            </span>
          ))}
        </span>
        {intervals.length < 4 && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('addIntervalTo', { day })}
            onPress={() =>
              onChange([...intervals, last ? { from: last.to, to: '23:00' } : { from: '09:00', to: '19:00' }])
            }
          >
            <Icon of={Plus} size={16} />
            {t('addInterval')}
          </Button>
        )}
      </div>
      {error && <p className="field-error">{error}</p>}
    </li>
  );
}
