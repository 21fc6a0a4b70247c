'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { KeptMark } from '@/components/form/kept-mark';
import { useHouseName, Wordmark } from '@/components/layout/wordmark';
import { TextLink } from '@/components/ui/link-button';
import { Needle } from '@/components/ui/needle';
import { paths } from '@/lib/paths';

const NEEDLE = 46;
export const STEPS = ['garment', 'project', 'measures', 'review'] as const;

/** The thread of the form: what is told is stitched and leads back, the needle stands where we are. */
export function StepsHeader({ step, onGo, kept }: { step: number; onGo: (step: number) => void; kept: boolean }) {
  const t = useTranslations('orderForm');
  // The needle begins at the notch of its question.
  const thread: CSSProperties & Record<'--at' | '--needle', string> = {
    '--at': `calc(${(step / STEPS.length) * 100}% + ${NEEDLE / 2}px)`,
    '--needle': `${NEEDLE}px`,
  };
  return (
    <header className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-5">
      <Wordmark href={paths.account.home} label={t('home', { house: useHouseName() })} />
      <nav aria-label={t('steps.label')} className="order-3 w-full md:order-none md:w-auto md:max-w-170 md:flex-1">
        <span className="thread-line block" style={thread} aria-hidden="true">
          {STEPS.map((name, index) => (
            <span
              key={name}
              className="thread-notch"
              data-group=""
              style={{ left: `${(index / STEPS.length) * 100}%` }}
            />
          ))}
          <span className="thread-past pique" />
          <span className="thread-future bati" />
          <span className="thread-knot" />
          <span className="thread-needle">
            <Needle />
          </span>
        </span>
        <ol className="mt-1 hidden grid-cols-4 items-center md:grid">
          {STEPS.map((name, index) => (
            <li
              key={name}
              className="smaller flex min-h-6 items-center"
              aria-current={index === step ? 'step' : undefined}
            >
              {index < step ? (
                <button type="button" className="bare-button text-ink2 hover:underline" onClick={() => onGo(index)}>
                  {t(`steps.${name}`)}
                </button>
              ) : (
                <span className={index === step ? 'strong' : 'text-ink3'}>{t(`steps.${name}`)}</span>
              )}
            </li>
          ))}
        </ol>
        <p className="smaller mt-2 flex justify-between text-ink2 md:hidden">
          <span className="strong">{t(`steps.${STEPS[step] ?? 'garment'}`)}</span>
          <span>{t('steps.of', { n: step + 1, total: STEPS.length })}</span>
        </p>
      </nav>
      <div className="smaller flex items-center gap-5 text-ink2">
        <KeptMark kept={kept} />
        <TextLink href={paths.account.home}>{t('quit')}</TextLink>
      </div>
    </header>
  );
}
