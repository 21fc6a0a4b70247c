import { Search } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { HeaderReturn } from './header-return';
import { LanguageSwitch } from './language-switch';
import { NavLink } from './nav-link';
import { PhoneMenu } from './phone-menu';
import { SessionLink } from './session-link';
import { Wordmark } from './wordmark';

/** The public header: the same for everyone, rendered once. */
export async function PublicHeader() {
  const t = await getTranslations('common');
  const places = [
    { href: paths.models, label: t('nav.models') },
    { href: paths.couturiers, label: t('nav.couturiers') },
    { href: paths.house, label: t('nav.house') },
  ];
  const session = { signIn: t('nav.signIn'), account: t('nav.mySpace'), atelier: t('nav.atelier') };
  return (
    <header className="site-header">
      <HeaderReturn />
      <div className="page site-header-row">
        <Wordmark />
        <nav aria-label={t('nav.main')} className="site-nav">
          {places.map((place) => (
            <NavLink key={place.href} href={place.href} className="nav-word">
              {place.label}
            </NavLink>
          ))}
        </nav>
        <div className="hidden items-center gap-5 justify-self-end lg:flex">
          <Link href={`${paths.models}#search`} className="icon-button" aria-label={t('search')}>
            <Icon of={Search} />
          </Link>
          <span className="small">
            <LanguageSwitch label={t('language.label')} short />
          </span>
          <SessionLink {...session} className="nav-word" />
          <LinkButton href={paths.account.appointments} size="small">
            {t('nav.book')}
          </LinkButton>
        </div>
        <div className="-mr-3 flex items-center lg:hidden">
          <Link href={`${paths.models}#search`} className="icon-button" aria-label={t('search')}>
            <Icon of={Search} />
          </Link>
          <PhoneMenu openLabel={t('nav.menu')} closeLabel={t('close')}>
            {places.map((place) => (
              <NavLink key={place.href} href={place.href} className="phone-word">
                {place.label}
              </NavLink>
            ))}
            <SessionLink {...session} className="phone-word" />
            <span className="mt-4 flex flex-col items-start gap-6">
              <LinkButton href={paths.account.appointments}>{t('nav.book')}</LinkButton>
              <LanguageSwitch label={t('language.label')} />
            </span>
          </PhoneMenu>
        </div>
      </div>
    </header>
  );
}
