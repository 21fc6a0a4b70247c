'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Refusal } from '@/components/form/refusal';
import { Avatar } from '@/components/ui/avatar';
import { Availability } from '@/components/ui/availability';
import type { CouturierDto } from '@/lib/auth/schemas';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  couturiers: readonly CouturierDto[];
  known: Record<string, string>;
  chosen: string;
  error?: string;
  onChoose: (id: string) => void;
}

/**
 * The couturiers as radio rows. Who is away can be written to only where a conversation exists already: the house refuses
 * a new one, so the row does not offer it.
 */
export function CouturierChoice({ couturiers, known, chosen, error, onChoose }: Props) {
  const t = useTranslations('chat.new');
  const locale = useLocale();
  return (
    <fieldset className="mt-7" aria-describedby={error ? 'couturier-error' : undefined}>
      <legend className="sr-only">{t('couturiers')}</legend>
      <div className="border-t border-ink">
        {couturiers.map((one) => {
          const conversation = known[one.id];
          const may = one.available || conversation !== undefined;
          return (
            <div key={one.id} className="couturier-choice" data-chosen={chosen === one.id || undefined}>
              <label className="couturier-choice-label" data-away={!may || undefined}>
                <input
                  type="radio"
                  name="couturier"
                  value={one.id}
                  checked={chosen === one.id}
                  disabled={!may}
                  onChange={() => onChoose(one.id)}
                />
                <span className="choice-mark" data-round="" aria-hidden="true" />
                <Avatar name={one.name} size={52} />
                <span className="min-w-0 flex-1">
                  <span className="couturier-choice-name">{one.name}</span>
                  <span className="small block text-ink2">
                    {inLanguage(one.speciality, locale) || one.speciality.fr}
                  </span>
                </span>
                <span className="couturier-choice-state small">
                  <Availability state={one.available ? 'full' : 'hollow'}>
                    {t(one.available ? 'available' : 'away')}
                  </Availability>
                  <span className="caption block">
                    {!one.available && one.backOn
                      ? t('backOn', { date: formatDate(locale, one.backOn) })
                      : conversation !== undefined && t('already')}
                  </span>
                </span>
              </label>
              {conversation !== undefined && (
                <Link
                  href={paths.account.conversation(conversation)}
                  className="link small flex-none"
                  aria-label={t(one.available ? 'resumeWith' : 'leaveWordTo', { name: one.name })}
                >
                  {t(one.available ? 'resume' : 'leaveWord')}
                </Link>
              )}
            </div>
          );
        })}
      </div>
      <Refusal id="couturier-error" of={error} className="mt-3" />
    </fieldset>
  );
}
