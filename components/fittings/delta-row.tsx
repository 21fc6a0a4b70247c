'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { isEnter } from '@/components/ui/is-enter';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { WarningLine } from '@/components/measurements/warning-line';
import type { PointCode } from '@/lib/clients/measurement-points';
import type { PointWarning } from '@/lib/clients/measurement-schemas';
import { measuresOf, readDelta } from '@/lib/fittings/rules';
import { formatCentimetres } from '@/lib/i18n/format';
import { isBlank } from './fitting-draft';
import { RemarkFields } from './remark-fields';
import type { FittingForm } from './use-fitting-form';

export const deltaId = (key: string): string => `delta-${key}`;

interface Props {
  form: FittingForm;
  code: PointCode;
  client: string;
  focused: boolean;
  wrong: boolean;
  warnings: readonly PointWarning[];
  onFocus: () => void;
  onNext: () => void;
}

/** One point at the fitting: name, by how much, what it was and what it becomes; words and pictures under it. */
export function DeltaRow({ form, code, client, focused, wrong, warnings, onFocus, onNext }: Props) {
  const t = useTranslations('fittings');
  const points = useTranslations('measurements.points');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const remark = form.of(code);
  const about = points(code);
  const id = deltaId(code);
  const { after } = measuresOf({ point: code, delta: readDelta(remark.typed, locale) ?? undefined }, form.known);
  const before = form.known?.values[code];
  const shown = open || !isBlank(remark);
  const asks = warnings.length > 0;
  return (
    <div className="border-b border-hair" data-point={code}>
      <div className="fitting-row min-h-15">
        <label htmlFor={id} className={focused ? 'strong' : ''}>
          {about}
        </label>
        <input
          id={id}
          className="field-box figures h-9 w-full"
          style={asks ? { borderColor: 'var(--ocre)', borderWidth: 2 } : undefined}
          inputMode="text"
          autoComplete="off"
          value={remark.typed}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onChange={(event) => form.edit(code, { typed: event.target.value })}
          onFocus={onFocus}
          onKeyDown={(event) => {
            if (!isEnter(event)) return;
            event.preventDefault();
            onNext();
          }}
        />
        <span className="figures text-right text-ink2">
          {before === undefined ? '' : formatCentimetres(locale, before)}
        </span>
        <span className={`figures text-right ${asks ? 'strong text-ocre' : 'strong'}`}>
          {after === undefined || !form.draft.measure ? '' : formatCentimetres(locale, after)}
        </span>
        <IconButton
          size="small"
          label={t(shown ? 'fold' : 'unfold', { about })}
          aria-expanded={shown}
          isDisabled={!isBlank(remark)}
          onPress={() => setOpen(!open)}
        >
          <Icon of={ChevronDown} size={16} />
        </IconButton>
      </div>
      {wrong && (
        <p id={`${id}-error`} className="field-error pb-3">
          {t('notADifference')}
        </p>
      )}
      {asks && (
        <WarningLine
          warnings={warnings}
          onConfirm={() => form.confirm(warnings)}
          onRetake={() => document.getElementById(id)?.focus()}
        />
      )}
      {shown && <RemarkFields form={form} remark={remark} about={about} client={client} />}
    </div>
  );
}
