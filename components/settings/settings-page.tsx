'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeviceSessionDto, MeDto } from '@/lib/auth/schemas';
import { useMe } from '@/lib/http/me';
import type { Page } from '@/lib/pages';
import type { SecondKeysDto } from '@/lib/second-keys/schemas';
import { SecondKeysSection } from './second-keys-section';
import { AppearanceSection } from './appearance-section';
import { AvailabilitySection } from './availability-section';
import { CalendarSection } from './calendar-section';
import { DataSection } from './data-section';
import { NotificationsSection } from './notifications-section';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { ReadyRepliesSection } from './ready-replies-section';
import { SessionsSection } from './sessions-section';

interface Props {
  me: MeDto;
  sessions: Page<DeviceSessionDto>;
  /** For the staff. */
  secondKeys?: SecondKeysDto;
  /** Hours and absences, for the staff. */
  hands?: ReactNode;
}

/** A person's own settings, for clients and staff alike; staff have their availability and public words too. */
export function SettingsPage({ me: initial, sessions, secondKeys, hands }: Props) {
  const t = useTranslations('settings');
  const { data: me = initial } = useMe(initial);
  return (
    <div className="page py-10 md:py-14">
      <h1 className="d2">{t.rich('title', { i: (words) => <em>{words}</em> })}</h1>
      <div className="mt-12 flex max-w-160 flex-col gap-14 md:mt-16">
        <ProfileSection me={me} />
        {me.role !== 'client' && <AvailabilitySection me={me} />}
        {hands}
        {me.role !== 'client' && <ReadyRepliesSection me={me} />}
        <AppearanceSection />
        <NotificationsSection />
        <CalendarSection />
        <PasswordSection email={me.email} hasPassword={me.hasPassword} />
        {secondKeys && <SecondKeysSection initial={secondKeys} />}
        <SessionsSection initial={sessions} role={me.role} />
        {me.role === 'client' && <DataSection email={me.email} hasPassword={me.hasPassword} />}
      </div>
    </div>
  );
}
