'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '@/components/ui/checkbox';
import { useToast } from '@/components/ui/toast';
import { useSetAvailable } from '@/lib/http/me';
import type { MeDto } from '@/lib/auth/schemas';

/** One's own availability, one tap to change; clients see it at once. */
export function OwnAvailability({ me }: { me: MeDto }) {
  const t = useTranslations('common');
  const say = useToast();
  const change = useSetAvailable();
  return (
    <div className="px-4 pt-2 pb-1">
      <Switch
        isSelected={me.available ?? false}
        // Not disabled meanwhile: that would take the focus away, and with it the key that closes the menu.
        onChange={(available) =>
          !change.isPending &&
          change.mutate(
            { available, version: me.version },
            { onError: () => say({ text: t('availability.failed'), error: true }) },
          )
        }
      >
        {me.available ? t('availability.available') : t('availability.away')}
      </Switch>
    </div>
  );
}
