'use client';

import { Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { MeDto } from '@/lib/auth/schemas';
import { useMe } from '@/lib/http/me';
import { paths } from '@/lib/paths';
import { AccountMenu } from './account-menu';
import { OwnAvailability } from './own-availability';
import { Wordmark } from './wordmark';

/** On a phone: the name of the house, search, the bell, a new thing, oneself. */
export function AtelierPhoneHeader({
  me: initial,
  bell,
  onSearch,
}: {
  me: MeDto;
  bell: ReactNode;
  onSearch: () => void;
}) {
  const t = useTranslations('common');
  const { data: me = initial } = useMe(initial);
  return (
    <header className="phone-header">
      <Wordmark href={paths.atelier.today} />
      <div className="-mr-2 flex items-center">
        <button type="button" className="icon-button" aria-label={t('search')} onClick={onSearch}>
          <Icon of={Search} />
        </button>
        {bell}
        <Menu
          label={t('palette.create')}
          trigger={
            <Button className="icon-button" aria-label={t('palette.create')}>
              <Icon of={Plus} />
            </Button>
          }
          items={[
            { id: 'order', label: t('palette.newOrder'), href: paths.atelier.newOrder },
            { id: 'client', label: t('palette.newClient'), href: paths.atelier.newClient },
            { id: 'model', label: t('palette.newModel'), href: paths.atelier.newModel },
          ]}
        />
        <AccountMenu
          name={me.name}
          email={me.email}
          space="atelier"
          trigger={
            <Button className="icon-button" aria-label={t('nav.myAccount')}>
              <Avatar name={me.name} size={32} availability={me.available ? 'full' : 'hollow'} />
            </Button>
          }
        >
          <OwnAvailability me={me} />
        </AccountMenu>
      </div>
    </header>
  );
}
