import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import { TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { CouturierMoment } from '@/lib/dashboard/couturier-moments';
import { fileUrl } from '@/lib/files/rules';
import { inLanguage } from '@/lib/i18n/bilingual';
import { paths } from '@/lib/paths';
import { stateOf, stateWords } from './couturier-state';

/** The hand behind a model: who, what they do best, whether they are there. */
export async function CouturierLine({
  couturier,
  moment,
  profile,
  locale,
}: {
  couturier: CouturierDto;
  moment?: CouturierMoment;
  profile: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  const { state, detail } = await stateWords(couturier, locale, moment);
  return (
    <div className="mt-6 flex items-center gap-4 border-t border-hair pt-5">
      <Avatar
        name={couturier.name}
        size={52}
        src={couturier.avatar?.fileId && fileUrl(couturier.avatar.fileId, 320)}
        availability={stateOf(couturier, moment)}
      />
      <div className="min-w-0 flex-1">
        <p className="strong">{couturier.name}</p>
        <p className="smaller text-ink2">
          {[
            inLanguage(couturier.speciality, locale),
            detail ? `${state}, ${detail.replace(/^./, (letter) => letter.toLocaleLowerCase(locale))}` : state,
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      </div>
      <TextLink
        href={paths.couturier(couturier.id)}
        className="smaller"
        aria-label={t('seeProfile', { name: couturier.name })}
      >
        {profile}
      </TextLink>
    </div>
  );
}
