'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { usePushDevice, useStartPush, useStopPush } from '@/lib/http/push';

/** This device, which shows notifications or not: the browser asks, the person answers. */
export function PushDevice({ pushKey }: { pushKey: string }) {
  const t = useTranslations('settings');
  const say = useToast();
  const { data: device } = usePushDevice();
  const start = useStartPush(pushKey);
  const stop = useStopPush();
  const failed = { onError: () => say({ text: t('pushFailed'), error: true }) };
  if (!device) return null;
  if (device === 'unable' || device === 'refused')
    return <p className="small text-ink2">{t(device === 'unable' ? 'pushUnable' : 'pushRefused')}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p className="small flex-1 text-ink2" role="status">
        {t(device === 'on' ? 'pushOn' : 'pushOff')}
      </p>
      {device === 'on' ? (
        <Button size="small" busy={stop.isPending} onPress={() => stop.mutate(undefined, failed)}>
          {t('pushStop')}
        </Button>
      ) : (
        <Button size="small" busy={start.isPending} onPress={() => start.mutate(undefined, failed)}>
          {t('pushStart')}
        </Button>
      )}
    </div>
  );
}
