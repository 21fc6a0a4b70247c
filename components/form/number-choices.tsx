'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type NumberKind, printNumber } from '@/lib/numbers';
import type { NumberProblem } from './use-number-problem';

interface Props {
  /** Tied to the field by `aria-describedby`. */
  id?: string;
  problem: NumberProblem;
  kind: NumberKind;
  withUnit: (value: number) => string;
  /** The text that says nothing but what was chosen. */
  onChoose: (text: string) => void;
  onRetake: () => void;
  /** The number is right as it stands. */
  onSure?: () => void;
}

/** What a number may have meant: the question, and each answer a button. */
export function NumberChoices({ id, problem, kind, withUnit, onChoose, onRetake, onSure }: Props) {
  const t = useTranslations('form.number');
  const locale = useLocale();
  const { ask, choices } = problem;
  return (
    <>
      {ask && (
        <p id={id} className="field-error field-warning" role="status">
          <Icon of={CircleQuestionMark} size={16} />
          <span className="text-ink">{ask}</span>
        </p>
      )}
      {onSure && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onPress={onSure}>
            {t('sure')}
          </Button>
          <Button size="small" variant="quiet" onPress={onRetake}>
            {t('retake')}
          </Button>
        </div>
      )}
      {choices && (
        <div className="mt-2 flex flex-wrap gap-2">
          {choices.map((choice) => (
            <Button
              key={choice}
              size="small"
              onPress={() => onChoose(printNumber(choice, locale, kind.decimals, kind.decimals))}
            >
              {withUnit(choice)}
            </Button>
          ))}
          {choices.length === 1 && (
            <Button size="small" variant="quiet" onPress={onRetake}>
              {t('retake')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
