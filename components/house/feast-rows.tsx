'use client';

import { CalendarPlus, Globe, Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ValueField } from '@/components/form/value-field';
import { Button, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { TextField } from '@/components/ui/text-field';
import { addDays } from '@/lib/calendar';
import { COUNTRY_PRESETS } from '@/lib/house/countries/presets';
import { MOON_FEASTS, proposedFeasts } from '@/lib/house/feasts';
import type { BusyWeeks, KnownFeast } from '@/lib/house/schemas';
import { FEASTS } from '@/lib/house/words';
import { languageTag } from '@/lib/i18n/config';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDate, formatDayMonth } from '@/lib/i18n/format';
import { COUNT, WHOLE_PERCENT } from '@/lib/number-kinds';
import { feastWeeks } from '@/lib/planner/feasts';

interface Props {
  feasts: BusyWeeks[];
  /** The day at the atelier. */
  today: string;
  errors: Record<string, string>;
  /** Something was changed: what is wrong is said. */
  checked: boolean;
  onChange: (feasts: BusyWeeks[]) => void;
}

const OWN = { label: { fr: '', en: '' }, from: '', to: '', hoursPercent: 50, closesPromises: true };

/** The feasts and seasons of the house: what is left of the hours in them, and whether anything new is promised for them. */
export function FeastRows({ feasts, today, errors, checked, onChange }: Props) {
  const t = useTranslations('house.settings');
  const locale = useLocale();
  const countryName = new Intl.DisplayNames(languageTag(locale), { type: 'region' });
  const change = (index: number, next: BusyWeeks) => onChange(feasts.map((one, at) => (at === index ? next : one)));
  const missing = FEASTS.filter((feast) => !feasts.some((one) => 'feast' in one && one.feast === feast));
  const nameOf = (one: BusyWeeks): string =>
    'feast' in one ? t(`feast.${one.feast}`) : inLanguage(one.label, locale) || t('feastOwnName');
  return (
    <>
      {feasts.length === 0 && <p className="small text-ink3">{t('noFeasts')}</p>}
      <ul className="border-t border-ink empty:hidden">
        {feasts.map((one, index) => {
          const rest = {
            checked,
            error: (field: string) => errors[`feasts.${index}.${field}`],
            onChange: (next: BusyWeeks) => change(index, next),
          };
          return (
            <li key={'feast' in one ? one.feast : index} className="border-b border-hair py-5">
              <div className="flex items-start justify-between gap-4">
                {'feast' in one ? (
                  <Known one={one} name={nameOf(one)} today={today} {...rest} />
                ) : (
                  <Own one={one} {...rest} />
                )}
                <IconButton
                  size="small"
                  label={t('removeFeast', { name: nameOf(one) })}
                  onPress={() => onChange(feasts.filter((_, at) => at !== index))}
                >
                  <Icon of={X} size={16} />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        <Menu
          label={t('feastAdd')}
          placement="bottom start"
          trigger={
            <Button size="small" variant="outline">
              <Icon of={Plus} size={16} />
              {t('feastAdd')}
            </Button>
          }
          items={[
            ...missing.map((feast) => ({
              id: feast,
              label: t(`feast.${feast}`),
              onAction: () => onChange([...feasts, ...proposedFeasts([feast])]),
            })),
            {
              id: 'own',
              label: t('feastOwn'),
              icon: CalendarPlus,
              onAction: () => onChange([...feasts, OWN]),
            },
          ]}
        />
        {feasts.length === 0 && (
          <Menu
            label={t('feastFrom')}
            placement="bottom start"
            trigger={
              <Button size="small" variant="quiet">
                <Icon of={Globe} size={16} />
                {t('feastFrom')}
              </Button>
            }
            items={COUNTRY_PRESETS.map((preset) => ({
              id: preset.country,
              label: countryName.of(preset.country) ?? preset.country,
              onAction: () => onChange(proposedFeasts(preset.feasts)),
            }))}
          />
        )}
      </div>
    </>
  );
}

interface RowProps<One extends BusyWeeks> {
  one: One;
  checked: boolean;
  error: (field: string) => string | undefined;
  onChange: (next: BusyWeeks) => void;
}

/** A feast the house reckons itself: how long it is before and after, and the day that was announced. */
function Known({ one, name, today, ...row }: RowProps<KnownFeast> & { name: string; today: string }) {
  const t = useTranslations('house.settings');
  const locale = useLocale();
  const year = Number(today.slice(0, 4));
  const isWhole = Number.isInteger(one.before) && Number.isInteger(one.after);
  const next = isWhole ? feastWeeks([one], year, year + 2).find(({ to }) => to >= today) : undefined;
  const reckoned = feastWeeks([{ ...one, before: 0, after: 0, announced: [] }], year - 1, year + 2).find(
    ({ from }) => addDays(from, Number.isInteger(one.after) ? one.after : 0) >= today,
  )?.from;
  const isMoon = MOON_FEASTS.has(one.feast);
  const announced = one.announced.find((day) => day >= addDays(today, -30)) ?? '';
  const said = isMoon ? 'feastReckoned' : one.feast === 'weddings' ? 'feastSeason' : 'feastFixed';
  const number = (key: 'before' | 'after', label: string) => (
    <ValueField
      label={label}
      kind={COUNT}
      needed
      checked={row.checked}
      value={one[key]}
      onChange={(value) => row.onChange({ ...one, [key]: value ?? Number.NaN })}
      error={row.error(key)}
    />
  );
  return (
    <div className="min-w-0 flex-1">
      <p className="h4">
        {name}
        {next && (
          <span className="small ml-3 text-ink2">
            {t('feastDays', { from: formatDayMonth(locale, next.from), to: formatDate(locale, next.to) })}
          </span>
        )}
      </p>
      {reckoned && (
        <p className="smaller mt-1 text-ink3">
          {t(said, { day: isMoon ? formatDate(locale, reckoned) : formatDayMonth(locale, reckoned) })}
        </p>
      )}
      <div className="mt-4 grid grid-cols-2 items-start gap-4 md:grid-cols-[1fr_1fr_1fr_152px]">
        {number('before', t('feastBefore'))}
        {number('after', t('feastAfter'))}
        <HoursLeft one={one} {...row} />
        {isMoon && (
          <TextField
            type="date"
            label={t('feastAnnounced')}
            value={announced}
            onChange={(day) =>
              row.onChange({
                ...one,
                announced: [...one.announced.filter((other) => other !== announced), ...(day ? [day] : [])],
              })
            }
            error={row.error('announced')}
          />
        )}
      </div>
      <Closes one={one} onChange={row.onChange} />
    </div>
  );
}

/** Days the owner names themselves. */
function Own({ one, ...row }: RowProps<Exclude<BusyWeeks, KnownFeast>>) {
  const t = useTranslations('house.settings');
  const { label, from, to } = one;
  return (
    <div className="min-w-0 flex-1">
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label={t('closureLabelFr')}
          value={label.fr}
          onChange={(fr) => row.onChange({ ...one, label: { ...label, fr } })}
          error={row.error('label.fr')}
        />
        <TextField
          label={t('closureLabelEn')}
          value={label.en}
          onChange={(en) => row.onChange({ ...one, label: { ...label, en } })}
          error={row.error('label.en')}
        />
      </div>
      <div className="mt-4 grid grid-cols-2 items-start gap-4 md:grid-cols-[152px_152px_1fr]">
        <TextField
          type="date"
          label={t('closureFrom')}
          value={from}
          onChange={(day) => row.onChange({ ...one, from: day })}
          error={row.error('from')}
        />
        <TextField
          type="date"
          label={t('closureTo')}
          value={to}
          onChange={(day) => row.onChange({ ...one, to: day })}
          error={row.error('to')}
        />
        <HoursLeft one={one} {...row} />
      </div>
      <Closes one={one} onChange={row.onChange} />
    </div>
  );
}

function HoursLeft({ one, checked, error, onChange }: RowProps<BusyWeeks>) {
  const t = useTranslations('house.settings');
  return (
    <ValueField
      label={t('feastHours')}
      unit="%"
      kind={WHOLE_PERCENT}
      needed
      checked={checked}
      value={one.hoursPercent}
      onChange={(value) => onChange({ ...one, hoursPercent: value ?? Number.NaN })}
      error={error('hoursPercent')}
    />
  );
}

function Closes({ one, onChange }: Pick<RowProps<BusyWeeks>, 'one' | 'onChange'>) {
  const t = useTranslations('house.settings');
  return (
    <div className="mt-4">
      <Checkbox isSelected={one.closesPromises} onChange={(closesPromises) => onChange({ ...one, closesPromises })}>
        {t('feastCloses')}
      </Checkbox>
    </div>
  );
}
