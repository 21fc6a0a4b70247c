'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { Needle } from '@/components/ui/needle';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

export const STEPS = ['garment', 'project', 'measures', 'review'] as const;

/** The thread of the form: what is told is stitched and leads back, the needle stands where we are. */
export function StepsHeader({ step, onGo, kept }: { step: number; onGo: (step: number) => void; kept: boolean }) {
  const t = useTranslations('orderForm');
  return (
    <header className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-5">
      <Link href={paths.account.home} className="serif text-[25px]" aria-label={t('home')}>
        Fashion<em className="serif-italic">Flow</em>
      </Link>
      <nav aria-label={t('steps.label')} className="order-3 w-full md:order-none md:w-auto md:max-w-170 md:flex-1">
        <div className="relative flex h-2 items-center" aria-hidden="true">
          <span className="pique" style={{ width: `${(step / STEPS.length) * 100}%` }} />
          <Needle />
          <span className="bati flex-1" />
        </div>
        <ol className="mt-2 hidden grid-cols-4 md:grid">
          {STEPS.map((name, index) => (
            <li key={name} className="smaller" aria-current={index === step ? 'step' : undefined}>
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
        {kept && (
          <span className="flex items-center gap-2" role="status">
            <Icon of={Check} size={16} />
            {t('kept')}
          </span>
        )}
        <TextLink href={paths.account.home}>{t('quit')}</TextLink>
      </div>
    </header>
  );
}
