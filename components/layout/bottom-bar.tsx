'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { NavLink } from './nav-link';
import type { Place } from './places';

interface Props {
  places: readonly Place[];
  /** Behind « Plus ». */
  more: readonly Place[];
  /** The number of unread messages. */
  unread: ReactNode;
}

/** The phone's navigation: four places and the rest behind « Plus ». */
export function BottomBar({ places, more, unread }: Props) {
  const t = useTranslations('common');
  return (
    <nav aria-label={t('nav.main')} className="bottom-bar">
      {places.map((place) => (
        <NavLink key={place.href} href={place.href} exact={place.exact} className="bar-word">
          <span className="relative">
            <Icon of={place.icon} />
            {place.unread && <span className="absolute -top-2 left-3">{unread}</span>}
          </span>
          {t(`nav.${place.name}`)}
        </NavLink>
      ))}
      <Menu
        label={t('more')}
        placement="top start"
        trigger={
          <Button className="bar-word">
            <Icon of={Ellipsis} />
            {t('more')}
          </Button>
        }
        items={more.map((place) => ({
          id: place.href,
          label: t(`nav.${place.name}`),
          icon: place.icon,
          href: place.href,
        }))}
      />
    </nav>
  );
}
