import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { CouturierMoment } from '@/lib/dashboard/couturier-moments';
import { inLanguage } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { CouturierState } from './couturier-state';

/** Those one may talk to: a name in serif, what their hand does, whether they are there, and a word to begin with. */
export async function CouturierList({
  couturiers,
  moments,
  locale,
}: {
  couturiers: readonly CouturierDto[];
  moments: ReadonlyMap<string, CouturierMoment>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  return (
    <ul>
      {couturiers.map((couturier) => {
        const words = couturier.available ? 'write' : 'leaveWord';
        return (
          <li key={couturier.id} className="couturier-row">
            <Link
              href={paths.couturier(couturier.id)}
              className="couturier-name"
              data-away={!couturier.available || undefined}
            >
              {couturier.name}
            </Link>
            <span className="couturier-work smaller text-ink2">{inLanguage(couturier.speciality, locale)}</span>
            <span className="couturier-state smaller">
              <CouturierState couturier={couturier} moment={moments.get(couturier.id)} locale={locale} />
            </span>
            <TextLink
              href={{ pathname: paths.account.newConversation, query: { couturierId: couturier.id } }}
              className="couturier-write smaller"
              aria-label={t(`${words}To`, { name: couturier.name })}
              prefetch={false}
            >
              {t(words)}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
