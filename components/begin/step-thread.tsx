'use client';

import { useTranslations } from 'next-intl';
import { FIRST_STEPS, type FirstStep, type OpenStep } from '@/lib/begin/words';

interface Props {
  done: readonly FirstStep[];
  open: FirstStep | null;
  /** What is known of each, in one line. */
  known: Record<FirstStep, string>;
  onOpen: (step: OpenStep) => void;
}

/** The seven steps as a thread: stitched where done, basted where they may wait. */
export function StepThread({ done, open, known, onOpen }: Props) {
  const t = useTranslations('house.firstSteps');
  return (
    <nav aria-label={t('steps')}>
      <ol className="first-thread">
        {FIRST_STEPS.map((step) => (
          <li
            key={step}
            className="first-knot"
            data-done={done.includes(step) || undefined}
            data-open={step === open || undefined}
          >
            {step === 'you' ? (
              <span className="block">{t('titles.you')}</span>
            ) : (
              <button
                type="button"
                className="bare-button text-left hover:underline"
                aria-current={step === open ? 'step' : undefined}
                onClick={() => onOpen(step)}
              >
                {t(`titles.${step}`)}
                <span className="sr-only">{t(done.includes(step) ? 'isDone' : 'mayWait')}</span>
              </button>
            )}
            <span className="smaller block text-ink2">{known[step]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
