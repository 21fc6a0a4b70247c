'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { WarningLine } from './warning-line';
import type { useMeasureForm } from './use-measure-form';

interface Props {
  form: ReturnType<typeof useMeasureForm>;
  /** What is wrong is said once one wanted to save, or left the row. */
  told: boolean;
}

export const customId = (key: number, part: 'label' | 'value'): string => `custom-${key}-${part}`;

/** Points the table does not name, added by who measures. */
export function CustomPoints({ form, told }: Props) {
  const t = useTranslations('measurements');
  return form.custom.map((point) => {
    const problem = told ? form.problems.get(point.key) : undefined;
    const open = form.open.filter((warning) => warning.point === point.label.trim());
    const error = `custom-${point.key}-error`;
    return (
      <div key={point.key} className="border-b border-hair" data-point={point.label.trim()}>
        <div className="flex min-h-15 items-center gap-3">
          <input
            id={customId(point.key, 'label')}
            className="field-box h-9 min-w-0 flex-1"
            aria-label={t('customName')}
            placeholder={t('customName')}
            maxLength={60}
            value={point.label}
            aria-invalid={problem === 'name' || undefined}
            aria-describedby={problem === 'name' ? error : undefined}
            onChange={(event) => form.editPoint(point.key, { label: event.target.value })}
          />
          <input
            id={customId(point.key, 'value')}
            className="field-box figures h-9 w-24"
            aria-label={t('customValue')}
            inputMode="decimal"
            autoComplete="off"
            value={point.typed}
            aria-invalid={problem === 'value' || undefined}
            aria-describedby={problem === 'value' ? error : undefined}
            onChange={(event) => form.editPoint(point.key, { typed: event.target.value })}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <IconButton label={t('removePoint')} size="small" onPress={() => form.removePoint(point.key)}>
            <Icon of={X} size={16} />
          </IconButton>
        </div>
        {problem && (
          <p id={error} className="field-error pb-3">
            {t(problem === 'name' ? 'nameThePoint' : 'notACentimetre')}
          </p>
        )}
        {open.length > 0 && (
          <WarningLine
            warnings={open}
            onConfirm={() => form.confirm(open)}
            onRetake={() => document.getElementById(customId(point.key, 'value'))?.focus()}
          />
        )}
      </div>
    );
  });
}
