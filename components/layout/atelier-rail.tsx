'use client';

import { ChevronsUpDown, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import type { MeDto } from '@/lib/auth/schemas';
import { useMe } from '@/lib/http/me';
import { paths } from '@/lib/paths';
import { AccountMenu } from './account-menu';
import { NavLink } from './nav-link';
import { OwnAvailability } from './own-availability';
import { ATELIER_PLACES } from './places';
import { Wordmark } from './wordmark';

interface Props {
  me: MeDto;
  unread: ReactNode;
  bell: ReactNode;
  onSearch: () => void;
}

/** The couturier's rail: 216 wide, icons only (68) where the page needs the room. */
export function AtelierRail({ me: initial, unread, bell, onSearch }: Props) {
  const t = useTranslations('common');
  const { data: me = initial } = useMe(initial);
  return (
    <header className="rail">
      <span className="rail-mark rail-wide">
        <Wordmark href={paths.atelier.today} />
      </span>
      <span className="rail-mark rail-slim">
        <Wordmark href={paths.atelier.today} short />
      </span>
      <div className="rail-tools">
        <button
          type="button"
          className="rail-search"
          onClick={onSearch}
          aria-label={t('search')}
          aria-keyshortcuts="Meta+K Control+K"
        >
          <Icon of={Search} size={16} />
          <span className="rail-wide flex-1 text-left">{t('search')}</span>
          <kbd className="rail-wide kbd">⌘K</kbd>
        </button>
        <span className="rail-bell">{bell}</span>
      </div>
      <nav aria-label={t('nav.main')} className="rail-nav">
        {ATELIER_PLACES.map((group) => (
          <ul key={group[0]?.name}>
            {group.map((place) => (
              <li key={place.href}>
                <NavLink href={place.href} exact={place.exact} className="rail-word" title={t(`nav.${place.name}`)}>
                  <Icon of={place.icon} />
                  <span className="rail-label">{t(`nav.${place.name}`)}</span>
                  {place.unread && <span className="rail-count">{unread}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <AccountMenu
        name={me.name}
        email={me.email}
        space="atelier"
        placement="right top"
        trigger={
          <Button
            className="rail-me"
            aria-label={`${me.name}, ${t(me.available ? 'availability.available' : 'availability.away')}`}
          >
            <Avatar name={me.name} size={36} availability={me.available ? 'full' : 'hollow'} />
            <span className="rail-wide min-w-0 flex-1 text-left">
              <span className="strong smaller block truncate">{me.name}</span>
              <span className="smaller block text-ink2">
                {t(me.available ? 'availability.available' : 'availability.away')}
              </span>
            </span>
            <span className="rail-wide text-ink3">
              <Icon of={ChevronsUpDown} size={16} />
            </span>
          </Button>
        }
      >
        <OwnAvailability me={me} />
      </AccountMenu>
    </header>
  );
}
