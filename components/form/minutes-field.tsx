'use client';

import { formatDuration } from '@/lib/i18n/format';
import { MINUTES, readMinutes } from '@/lib/number-kinds';
import { NumberField, type NumberFieldProps } from './number-field';

/** A length of time as one says it: « 90 », « 2h », « 1 h 30 »; minutes where no unit is written. */
export function MinutesField(props: Omit<NumberFieldProps, 'kind' | 'read' | 'unit' | 'words'>) {
  return (
    <NumberField
      {...props}
      kind={MINUTES}
      read={readMinutes}
      unit="min"
      words={(minutes) => (minutes >= 60 || !/^\d+$/.test(props.value.trim()) ? formatDuration(minutes) : undefined)}
    />
  );
}
