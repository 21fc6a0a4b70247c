import type { Locale } from '../actor';
import { formatCentimetres, formatNumber } from '../i18n/format';
import type { PointWarning, WarningCode } from './measurement-schemas';

type Sentence = Exclude<WarningCode, 'sudden_change'> | 'sudden_gain' | 'sudden_loss';

/** Which sentence of `measurements.warnings` a warning is told in, and the numbers in it as the language writes them. */
export function warningWords(
  locale: Locale,
  warning: PointWarning,
): { key: Sentence; numbers: Record<string, string> } {
  const shrank = (warning.details['percent'] ?? 0) < 0;
  return {
    key: warning.code === 'sudden_change' ? (shrank ? 'sudden_loss' : 'sudden_gain') : warning.code,
    numbers: Object.fromEntries(
      Object.entries(warning.details).map(([name, value]) => [
        name,
        // What was read on the tape keeps its decimal; a percentage and the bounds of a range are round figures.
        ['value', 'before', 'other'].includes(name)
          ? formatCentimetres(locale, value)
          : formatNumber(locale, Math.abs(value)),
      ]),
    ),
  };
}
