'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { AccountMenu } from './account-menu';
import { HeaderReturn } from './header-return';
import { NavLink } from './nav-link';
import { CLIENT_PLACES } from './places';
import { Wordmark } from './wordmark';

interface Props {
  person: { name: string; email: string };
  unread: ReactNode;
  bell: ReactNode;
}

export function ClientHeader({ person, unread, bell }: Props) {
  const t = useTranslations('common');
  return (
    <header className="site-header">
      <HeaderReturn />
      <div className="page site-header-row">
        <Wordmark href={paths.account.home} />
        <nav aria-label={t('nav.main')} className="hidden gap-9 lg:flex">
          {CLIENT_PLACES.map((place) => (
            <NavLink key={place.href} href={place.href} exact={place.exact} className="nav-word">
              {t(`nav.${place.name}`)}
              {place.unread && unread}
            </NavLink>
          ))}
        </nav>
        <div className="flex items-center gap-1">
          <Link href={`${paths.models}#search`} className="icon-button max-md:hidden" aria-label={t('search')}>
            <Icon of={Search} />
          </Link>
          {bell}
          <AccountMenu
            {...person}
            space="account"
            trigger={
              <Button className="icon-button" aria-label={t('nav.myAccount')}>
                <Avatar name={person.name} size={36} />
              </Button>
            }
          />
        </div>
      </div>
    </header>
  );
}
