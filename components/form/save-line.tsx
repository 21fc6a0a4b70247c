'use client';

import { PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

interface Props {
  /** Says what will change, in words. */
  words?: string;
  busy: boolean;
  onCancel: () => void;
}

/** What is not saved yet: a basted line, what it does, and the two ways out. Shown only when there is something. */
export function SaveLine({ words, busy, onCancel }: Props) {
  const t = useTranslations('settings');
  return (
    <div className="mt-6">
      <div className="bati" />
      <div className="flex flex-wrap items-center gap-3 pt-4">
        {words && (
          <p className="smaller flex flex-1 items-center gap-2 text-ink2">
            <Icon of={PencilLine} size={16} />
            {words}
          </p>
        )}
        <span className="ml-auto flex gap-2">
          <Button variant="quiet" onPress={onCancel} isDisabled={busy}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('save')}
          </Button>
        </span>
      </div>
    </div>
  );
}
