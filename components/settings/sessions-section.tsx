'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAccount } from '@/components/form/account';
import { forgetOnDevice } from '@/components/form/forget-device';
import { useRefusal } from '@/components/form/use-refusal';
import { useLive } from '@/components/live/live-provider';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { describeDevice } from '@/lib/auth/describe-device';
import type { DeviceSessionDto } from '@/lib/auth/schemas';
import type { Role } from '@/lib/actor';
import { IDLE_DAYS, MOST_SESSIONS } from '@/lib/auth/session-life';
import { useEndAllSessions, useEndSession, useSessions } from '@/lib/http/me';
import { formatDay, formatTime } from '@/lib/i18n/format';
import type { Page } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { SettingsSection } from './settings-section';

/** The devices on which the account is open. */
export function SessionsSection({ initial, role }: { initial: Page<DeviceSessionDto>; role: Role }) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const say = useToast();
  const { data } = useSessions(initial);
  const end = useEndSession();
  const endAll = useEndAllSessions();
  const account = useAccount();
  const { client: live } = useLive();
  const [asking, setAsking] = useState(false);
  const nameOf = (session: DeviceSessionDto) => {
    const device = describeDevice(session.userAgent);
    return device ? t('on', { browser: device.browser, system: device.system }) : t('unknownDevice');
  };
  const refusal = useRefusal();
  const failed = (error: Error) => say({ text: refusal(error).text, error: true });
  return (
    <SettingsSection
      id="sessions"
      title={t('sessions')}
      help={t('sessionsHelp', { most: MOST_SESSIONS, days: IDLE_DAYS[role] })}
    >
      <ul className="border-t border-ink">
        {data.items.map((session) => (
          <li
            key={session.id}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2"
          >
            <span className="flex-1">
              <span className={session.current ? 'strong' : undefined}>{nameOf(session)}</span>
              <span className="caption block">
                {session.current
                  ? t('thisDevice')
                  : `${t('seen')} ${formatDay(locale, session.lastSeenAt)}, ${formatTime(locale, session.lastSeenAt)}`}
              </span>
            </span>
            {!session.current && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('endLabel', { device: nameOf(session) })}
                onPress={() => end.mutate(session.id, { onSuccess: () => say({ text: t('ended') }), onError: failed })}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <Button variant="grave" onPress={() => setAsking(true)}>
          {t('endAll')}
        </Button>
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('endAllTitle')}
        actions={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button
              variant="grave"
              busy={endAll.isPending}
              onPress={() => {
                live.stop();
                endAll.mutate(undefined, {
                  onSuccess: () =>
                    void forgetOnDevice(account).then(() => window.location.assign(`/${locale}${paths.signIn}?left=1`)),
                  onError: (error) => {
                    live.start();
                    failed(error);
                  },
                });
              }}
            >
              {t('endAll')}
            </Button>
          </>
        }
      >
        {t('endAllText')}
      </Dialog>
    </SettingsSection>
  );
}
