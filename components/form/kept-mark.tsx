'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

interface Props {
  kept: boolean;
  /** Gives up what was typed; left out where the form has a way of its own. */
  onAbandon?: () => void;
  className?: string;
}

/** Says that what is typed will still be there after a reload; nothing before something is typed. */
export function KeptMark({ kept, onAbandon, className = '' }: Props) {
  const t = useTranslations('form.draft');
  return (
    <span role="status" className={`smaller inline-flex items-center gap-2 text-ink2 ${className}`}>
      {kept && (
        <>
          <Icon of={Check} size={16} />
          {t('kept')}
          {onAbandon && (
            <Button variant="quiet" size="small" onPress={onAbandon}>
              {t('abandon')}
            </Button>
          )}
        </>
      )}
    </span>
  );
}
