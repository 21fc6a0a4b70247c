import { getTranslations } from 'next-intl/server';
import { Availability, type AvailabilityState } from '@/components/ui/availability';
import type { Locale } from '@/lib/actor';
import type { Couturier } from '@/lib/auth/schemas';
import { formatDate } from '@/lib/i18n/format';

export const stateOf = (couturier: Couturier): AvailabilityState => (couturier.available ? 'full' : 'hollow');

/** « Disponible », « De retour le 7 décembre 2026 »: said around gender, since the file does not tell it. */
export async function stateWords(couturier: Couturier, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  if (couturier.available) return t('available');
  return couturier.backOn ? t('backOn', { date: formatDate(locale, couturier.backOn) }) : t('away');
}

/** The dot and its words. */
export async function CouturierState({ couturier, locale }: { couturier: Couturier; locale: Locale }) {
  return <Availability state={stateOf(couturier)}>{await stateWords(couturier, locale)}</Availability>;
}
