'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { TextField } from '@/components/ui/text-field';
import { useEditNotificationSettings, useNotificationSettings } from '@/lib/http/me';
import { type NotificationSettingsDto } from '@/lib/notifications/schemas';
import { CHANNELS, type Channel, CHOSEN_KINDS, type ChosenKind } from '@/lib/notifications/words';
import { PushDevice } from './push-device';
import { SaveLine } from '../form/save-line';
import { SettingsSection } from './settings-section';
import { useSettingsForm } from '../form/use-settings-form';

/** The hours proposed to whoever wants quiet ones. */
const NIGHT = { from: '21:00', to: '08:00' };

/** Which kinds are notified in the app and by e-mail, and the hours in which no e-mail is sent. */
export function NotificationsSection() {
  const t = useTranslations('settings');
  const { data, isError } = useNotificationSettings();
  // The section comes after the page: whoever was led here by its address is brought to it once it has its height.
  useEffect(() => {
    if (data && window.location.hash === '#notifications') document.getElementById('notifications')?.scrollIntoView();
  }, [data]);
  return (
    <SettingsSection id="notifications" title={t('notifications')} help={t('notificationsHelp')}>
      {data ? (
        <>
          <Choices saved={data} />
          {data.pushKey && (
            <div className="mt-6 border-t border-hair pt-4">
              <PushDevice pushKey={data.pushKey} />
            </div>
          )}
        </>
      ) : (
        <p role={isError ? 'alert' : undefined} className="small min-h-80 text-ink2">
          {isError ? t('notificationsFailed') : null}
        </p>
      )}
    </SettingsSection>
  );
}

function Choices({ saved: { pushKey, ...saved } }: { saved: NotificationSettingsDto }) {
  const t = useTranslations('settings');
  const edit = useEditNotificationSettings();
  const form = useSettingsForm({ key: 'notifications', saved, save: (draft) => edit.mutateAsync(draft) });
  const { draft, set, errors } = form;
  const channels = CHANNELS.filter((channel) => channel !== 'push' || pushKey);
  const choose = (kind: ChosenKind, channel: Channel, value: boolean) =>
    set('kinds', { ...draft.kinds, [kind]: { ...draft.kinds[kind], [channel]: value } });
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DataTable caption={t('notifications')}>
        <thead>
          <tr>
            <HeadCell>{t('notificationKind')}</HeadCell>
            {channels.map((channel) => (
              <HeadCell key={channel}>{t(`channel.${channel}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {CHOSEN_KINDS.map((kind) => (
            <tr key={kind}>
              <td className="w-full">{t(`kind.${kind}`)}</td>
              {channels.map((channel) => (
                <td key={channel} className="min-w-16 md:min-w-24">
                  <Checkbox
                    aria-label={t('channelOf', { kind: t(`kind.${kind}`), channel: t(`channel.${channel}`) })}
                    isSelected={draft.kinds[kind][channel]}
                    onChange={(value) => choose(kind, channel, value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className="mt-6 flex flex-col gap-4">
        <Checkbox isSelected={draft.quiet !== null} onChange={(on) => set('quiet', on ? (saved.quiet ?? NIGHT) : null)}>
          {t('quiet')}
        </Checkbox>
        {draft.quiet && (
          <>
            <div className="flex gap-4">
              {(['from', 'to'] as const).map((end) => (
                <TextField
                  key={end}
                  id={`quiet-${end}`}
                  type="time"
                  label={t(end === 'from' ? 'quietFrom' : 'quietTo')}
                  value={draft.quiet?.[end] ?? ''}
                  onChange={(value) => draft.quiet && set('quiet', { ...draft.quiet, [end]: value })}
                  error={errors[`quiet.${end}`]}
                />
              ))}
            </div>
            <p className="small text-ink2">{t('quietHelp')}</p>
          </>
        )}
        {pushKey && (
          <Checkbox isSelected={draft.words} onChange={(value) => set('words', value)}>
            {t('words')}
          </Checkbox>
        )}
      </div>
      {form.dirty && <SaveLine busy={form.busy} onCancel={form.cancel} />}
    </form>
  );
}
