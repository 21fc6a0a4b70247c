import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import { openingLines } from '@/lib/house/opening-rows';
import type { OpeningHours } from '@/lib/house/schemas';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';
import { Wordmark } from './wordmark';

/** What the footer prints of the house. */
export interface HouseCard {
  name: string;
  address: string;
  phone?: string;
  openingHours: OpeningHours;
  tagline: string;
}

export async function Footer({ locale, house }: { locale: Locale; house: HouseCard }) {
  const t = await getTranslations('common');
  const columns = [
    [
      [paths.models, t('nav.models')],
      [paths.couturiers, t('nav.couturiers')],
      [paths.account.newOrder, t('footer.bespoke')],
    ],
    [
      [paths.account.orders, t('footer.myOrder')],
      [paths.account.appointments, t('nav.book')],
      [paths.account.newConversation, t('footer.write')],
    ],
  ] as const;
  return (
    <footer className="page mt-24 pb-10 lg:mt-36">
      <div className="grid gap-10 border-t border-ink pt-6 sm:grid-cols-2 lg:grid-cols-[5fr_2fr_2fr_3fr]">
        <div>
          <Wordmark large />
          <p className="smaller mt-3 max-w-64 text-ink2">{house.tagline}</p>
        </div>
        {columns.map((links) => (
          <ul key={links[0][0]} className="smaller flex flex-col gap-2.5 pt-1">
            {links.map(([href, label]) => (
              <li key={href}>
                <Link href={href} className="foot-word">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
        <address className="smaller flex flex-col gap-0.5 pt-1 text-ink2 not-italic">
          {house.address && <span>{house.address}</span>}
          {openingLines(house.openingHours, locale).map((line) => (
            <span key={line}>{line}</span>
          ))}
          {house.phone && (
            <a href={`tel:${house.phone.replace(/\s/g, '')}`} className="foot-word figures self-start">
              {house.phone}
            </a>
          )}
        </address>
      </div>
      <div className="caption mt-12 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 text-ink2">
        <span>
          © {new Date().getFullYear()} {house.name}
        </span>
        <span className="flex flex-wrap items-center gap-x-7 gap-y-3">
          <Link href={paths.legal} className="foot-word">
            {t('footer.legal')}
          </Link>
          <Link href={paths.conditions()} className="foot-word">
            {t('footer.conditions')}
          </Link>
          <Link href={paths.privacy} className="foot-word">
            {t('footer.privacy')}
          </Link>
          <ThemeSwitch
            label={t('theme.label')}
            names={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
          />
          <LanguageSwitch label={t('language.label')} />
        </span>
      </div>
    </footer>
  );
}
