'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Switch } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { allowSingleKeys, singleKeysAllowed } from './use-shortcuts';

function SingleKeys({ label }: { label: string }) {
  const [allowed, setAllowed] = useState(() => singleKeysAllowed(window.localStorage));
  return (
    <Switch
      isSelected={allowed}
      onChange={(next) => {
        allowSingleKeys(window.localStorage, next);
        setAllowed(next);
      }}
    >
      {label}
    </Switch>
  );
}

/** What the keyboard can do, and the way to turn the one-key shortcuts off. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('common.shortcuts');
  const rows = [
    ['⌘K, Ctrl K', t('palette')],
    ['?', t('list')],
    ['Tab', t('next')],
    [t('arrowKeys'), t('arrows')],
    [t('spaceKey'), t('space')],
    ['Esc', t('escape')],
  ] as const;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <dl className="small grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {rows.map(([keys, words]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="kbd">{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5">
        <SingleKeys label={t('singleKeys')} />
      </div>
    </Dialog>
  );
}
