import { getTranslations } from 'next-intl/server';
import { Availability, type AvailabilityState } from '@/components/ui/availability';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { CouturierMoment } from '@/lib/dashboard/couturier-moments';
import { formatDate, formatTime } from '@/lib/i18n/format';

/** Away today, whether they said so or an absence was planned: whoever is has a day of return, or takes no word. */
const isHere = ({ available, backOn }: CouturierDto): boolean => available && backOn === undefined;

export const stateOf = (couturier: CouturierDto, moment?: CouturierMoment): AvailabilityState =>
  !isHere(couturier) ? 'hollow' : moment?.busy ? 'half' : 'full';

/**
 * « Disponible » and « Répond dans la journée », « En essayage » and « Libre à 16 h 30 », « De retour le 7 décembre 2026 »:
 * said around gender, since the file does not tell it.
 */
export async function stateWords(
  couturier: CouturierDto,
  locale: Locale,
  moment?: CouturierMoment,
): Promise<{ state: string; detail?: string }> {
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  const busy = await getTranslations({ locale, namespace: 'calendar.busy' });
  if (!isHere(couturier))
    return { state: couturier.backOn ? t('backOn', { date: formatDate(locale, couturier.backOn) }) : t('away') };
  if (moment?.busy)
    return {
      state: busy(moment.busy.kind),
      detail: t('freeAt', { time: formatTime(locale, moment.busy.until) }),
    };
  return { state: t('available'), detail: moment?.pace ? t(`pace.${moment.pace}`) : undefined };
}

interface Props {
  couturier: CouturierDto;
  locale: Locale;
  moment?: CouturierMoment;
  /** What stands beside the state on one line, instead of the detail under it. */
  inline?: string[];
}

/** The dot, its words, and what one may expect. */
export async function CouturierState({ couturier, locale, moment, inline }: Props) {
  const { state, detail } = await stateWords(couturier, locale, moment);
  if (inline)
    return (
      <Availability state={stateOf(couturier, moment)}>
        <span className="strong">{state}</span>{' '}
        <span className="text-ink2">
          {[detail, ...inline]
            .filter(Boolean)
            .map((words) => `${words}.`)
            .join(' ')}
        </span>
      </Availability>
    );
  return (
    <Availability state={stateOf(couturier, moment)}>
      {state}
      {detail && <span className="caption block text-ink3">{detail}</span>}
    </Availability>
  );
}
