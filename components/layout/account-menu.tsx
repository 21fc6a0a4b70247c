'use client';

import { Bell, CalendarDays, LogOut, Settings } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAccount } from '@/components/form/account';
import { forgetOnDevice } from '@/components/form/forget-device';
import { useLive } from '@/components/live/live-provider';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { Link } from '@/lib/i18n/routing';
import { localised } from '@/lib/i18n/href';
import { signOutTo } from '@/lib/http/sign-out';
import { paths } from '@/lib/paths';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

interface Props {
  /** A react-aria Button with the avatar. */
  trigger: ReactNode;
  name: string;
  email: string;
  space: 'account' | 'atelier';
  /** Before the links: the couturier's availability. */
  children?: ReactNode;
  placement?: 'bottom end' | 'right top';
}

/** The person's own things: settings, theme, language, the way out. */
export function AccountMenu({ trigger, name, email, space, children, placement }: Props) {
  const t = useTranslations('common');
  const locale = useLocale();
  const account = useAccount();
  const { client: live } = useLive();
  const links = [
    ...(space === 'account'
      ? [{ href: paths.account.appointments, label: t('nav.appointments'), icon: CalendarDays }]
      : []),
    { href: paths[space].notifications, label: t('nav.notifications'), icon: Bell },
    { href: paths[space].settings, label: t('nav.settings'), icon: Settings },
  ];
  return (
    <Popover trigger={trigger} label={t('nav.myAccount')} width={296} placement={placement}>
      {(close) => (
        <div className="py-2">
          <div className="px-4 py-2">
            <p className="strong">{name}</p>
            <p className="smaller text-ink2">{email}</p>
          </div>
          {children}
          <div className="my-2 border-t border-hair" />
          {links.map((link) => (
            <Link key={link.href} href={link.href} className="list-row hover:bg-sunk" onClick={close}>
              <Icon of={link.icon} size={16} />
              {link.label}
            </Link>
          ))}
          <div className="my-2 border-t border-hair" />
          <div className="smaller flex flex-col gap-2 px-4 py-2">
            <span className="flex flex-wrap justify-between gap-2">
              <span className="text-ink2">{t('theme.label')}</span>
              <ThemeSwitch
                label={t('theme.label')}
                names={{ system: t('theme.short'), light: t('theme.light'), dark: t('theme.dark') }}
              />
            </span>
            <span className="flex flex-wrap justify-between gap-2">
              <span className="text-ink2">{t('language.label')}</span>
              <LanguageSwitch label={t('language.label')} />
            </span>
          </div>
          <div className="my-2 border-t border-hair" />
          <button
            type="button"
            className="list-row w-full hover:bg-sunk"
            onClick={() => {
              // Leaving by oneself is not being thrown out: the line is put down first.
              live.stop();
              void forgetOnDevice(account).then(() => signOutTo(localised(paths.home, locale)));
            }}
          >
            <Icon of={LogOut} size={16} />
            {t('nav.signOut')}
          </button>
        </div>
      )}
    </Popover>
  );
}
