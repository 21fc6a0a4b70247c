'use client';

import { useLocale, useTranslations } from 'next-intl';
import { NumberChoices } from '@/components/form/number-choices';
import { useNumberProblem } from '@/components/form/use-number-problem';
import type { PointCode } from '@/lib/clients/measurement-points';
import type { PointWarning } from '@/lib/clients/measurement-schemas';
import { formatCentimetres, formatDifference } from '@/lib/i18n/format';
import { isEnter } from '@/components/ui/is-enter';
import { CENTIMETRES } from '@/lib/number-kinds';
import { readNumber } from '@/lib/numbers';
import { WarningLine } from './warning-line';

interface Props {
  code: PointCode;
  typed: string;
  value: number | undefined;
  previous: number | undefined;
  wrong: boolean;
  focused: boolean;
  /** Not confirmed yet. */
  warnings: readonly PointWarning[];
  onType: (text: string) => void;
  onFocus: () => void;
  onLeave: () => void;
  onNext: () => void;
  onConfirm: () => void;
}

export const fieldId = (code: PointCode): string => `point-${code}`;

/** One point of the body: name, what is read on the tape, what it was, the difference. */
export function PointRow(props: Props) {
  const { code, typed, value, previous, wrong, focused, warnings, onType, onFocus, onLeave, onNext, onConfirm } = props;
  const t = useTranslations('measurements');
  const locale = useLocale();
  const change = value !== undefined && previous !== undefined ? Math.round((value - previous) * 10) / 10 : undefined;
  const asks = warnings.length > 0;
  const withUnit = (length: number) => `${formatCentimetres(locale, length)}\u00a0cm`;
  const reading = readNumber(typed, locale, CENTIMETRES);
  const problem = useNumberProblem()(reading, CENTIMETRES, { say: withUnit, withUnit });
  /** A question is asked, not refused: it has its answers below. */
  const asked = wrong && problem?.ask !== undefined;
  const refused = wrong && !asked;
  const field = () => document.getElementById(id);
  const retake = () => {
    const input = field();
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
  };
  const id = fieldId(code);
  return (
    <div className="border-b border-hair" data-point={code}>
      <div className="grid min-h-15 grid-cols-[minmax(0,1fr)_96px_48px_48px] items-center gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,1fr)_96px_64px_64px] sm:gap-x-3">
        <label htmlFor={id} className={focused ? 'strong' : ''}>
          {t(`points.${code}`)}
        </label>
        <input
          id={id}
          className="field-box figures h-9 w-24"
          style={asks || asked ? { borderColor: 'var(--ocre)', borderWidth: 2 } : undefined}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={refused || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onChange={(event) => onType(event.target.value)}
          onFocus={onFocus}
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (!isEnter(event)) return;
            event.preventDefault();
            onNext();
          }}
        />
        <span className="figures text-right text-ink2">
          {previous === undefined ? '' : formatCentimetres(locale, previous)}
        </span>
        <span className={`figures text-right ${asks ? 'strong text-ocre' : 'text-ink2'}`}>
          {change === undefined ? '' : formatDifference(locale, change)}
        </span>
      </div>
      {refused && (
        <p id={`${id}-error`} className="field-error pb-3">
          {reading.state === 'tooFine' ? problem?.error : t('notACentimetre')}
        </p>
      )}
      {wrong && problem?.choices && (
        <div className="pb-3">
          <NumberChoices
            id={asked ? `${id}-error` : undefined}
            problem={problem}
            kind={CENTIMETRES}
            withUnit={withUnit}
            onChoose={(text) => {
              onType(text);
              field()?.focus();
            }}
            onRetake={retake}
          />
        </div>
      )}
      {asks && <WarningLine warnings={warnings} onConfirm={onConfirm} onRetake={retake} />}
    </div>
  );
}
