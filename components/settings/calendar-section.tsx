'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCalendar, useCloseCalendar, useOpenCalendar } from '@/lib/http/me';
import { formatDate } from '@/lib/i18n/format';
import { SettingsSection } from './settings-section';
import { useCopy } from '@/components/ui/use-copy';

/** A secret address by which one's own calendar app reads the appointments. It is shown once, when it is made. */
export function CalendarSection() {
  const t = useTranslations('settings');
  const locale = useLocale();
  const say = useToast();
  const { data: state } = useCalendar();
  const open = useOpenCalendar();
  const close = useCloseCalendar();
  const [url, setUrl] = useState('');
  const refusal = useRefusal();
  const failed = (error: Error) => say({ text: refusal(error).text, error: true });
  const copy = useCopy({ done: t('calendarCopied'), refused: t('calendarCopyByHand') });
  return (
    <SettingsSection id="calendar" title={t('calendar')} help={t('calendarHelp')}>
      {url ? (
        <div className="flex flex-col gap-4">
          <TextField label={t('calendarAddress')} help={t('calendarOnce')} value={url} isReadOnly />
          <div>
            <Button onPress={() => copy(url)}>{t('calendarCopy')}</Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {state?.since && (
            <p className="small w-full">{t('calendarSince', { date: formatDate(locale, state.since) })}</p>
          )}
          <Button
            busy={open.isPending}
            onPress={() => open.mutate(undefined, { onSuccess: (made) => setUrl(made.url), onError: failed })}
          >
            {state?.since ? t('calendarRenew') : t('calendarOpen')}
          </Button>
          {state?.since && (
            <Button
              variant="grave"
              busy={close.isPending}
              onPress={() =>
                close.mutate(undefined, { onSuccess: () => say({ text: t('calendarClosed') }), onError: failed })
              }
            >
              {t('calendarClose')}
            </Button>
          )}
        </div>
      )}
    </SettingsSection>
  );
}
