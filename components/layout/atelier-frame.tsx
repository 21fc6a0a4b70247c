'use client';

import { type ReactNode, useState } from 'react';
import type { MeDto } from '@/lib/auth/schemas';
import { AtelierPhoneHeader } from './atelier-phone-header';
import { AtelierRail } from './atelier-rail';
import { BottomBar } from './bottom-bar';
import { Chrome } from './chrome';
import { Palette } from './palette';
import { ATELIER_PLACES } from './places';
import { useShortcuts } from './use-shortcuts';
import { later } from '@/components/ui/later';

const ShortcutsDialog = later(
  () => import('./shortcuts-dialog').then((one) => one.ShortcutsDialog),
  ({ open }) => open,
);

interface Props {
  me: MeDto;
  unread: ReactNode;
  bell: ReactNode;
  notices: ReactNode;
  children: ReactNode;
}

const ALL = ATELIER_PLACES.flat();
const ON_BAR = ['today', 'messages', 'orders', 'calendar'];

/** The couturier's workspace: rail or phone bar, palette, shortcuts. */
export function AtelierFrame({ me, unread, bell, notices, children }: Props) {
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  useShortcuts({ palette: () => setPalette(true), shortcuts: () => setShortcuts(true) });
  const search = () => setPalette(true);
  return (
    <>
      <Chrome
        side
        header={
          <>
            <AtelierRail me={me} unread={unread} bell={bell} onSearch={search} />
            <AtelierPhoneHeader me={me} bell={bell} onSearch={search} />
          </>
        }
        bar={
          <BottomBar
            places={ALL.filter((place) => ON_BAR.includes(place.name))}
            more={ALL.filter((place) => !ON_BAR.includes(place.name))}
            unread={unread}
          />
        }
        notices={notices}
      >
        {children}
      </Chrome>
      <Palette open={palette} onOpenChange={setPalette} onShortcuts={() => setShortcuts(true)} />
      <ShortcutsDialog open={shortcuts} onOpenChange={setShortcuts} />
    </>
  );
}
