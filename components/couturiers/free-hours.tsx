import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import type { FreeDay } from '@/lib/appointments/offered-starts';
import { formatDay, formatLongDay, formatTime } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  couturierId: string;
  /** First name, for the note below. */
  name: string;
  days: readonly FreeDay[];
  locale: Locale;
}

/** The next hours one may ask for: basted, since they are proposed until the couturier confirms. */
export async function FreeHours({ couturierId, name, days, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  return (
    <section className="page fact-section" aria-labelledby="free">
      <h2 id="free" className="d3">
        {t.rich('hoursTitle', { em: (text) => <em>{text}</em> })}
      </h2>
      <div>
        <ul className="free-days">
          {days.map(({ day, starts }) => (
            <li key={day} data-full={starts.length === 0 || undefined}>
              <p className="smaller free-day">{formatDay(locale, `${day}T12:00:00Z`)}</p>
              {starts.length === 0 && <p className="smaller text-ink3">{t('full')}</p>}
              {starts.map((start) => (
                <Link
                  key={start}
                  href={{ pathname: paths.account.appointments, query: { couturierId, start } }}
                  prefetch={false}
                  className="bati-box free-hour figures"
                  aria-label={t('ask', { day: formatLongDay(locale, start), time: formatTime(locale, start) })}
                >
                  {formatTime(locale, start)}
                </Link>
              ))}
            </li>
          ))}
        </ul>
        <p className="caption mt-5 text-ink3">{t('hoursNote', { name })}</p>
      </div>
    </section>
  );
}
