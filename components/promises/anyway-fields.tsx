'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import { usePromiseWords } from './use-promise-words';
import type { Anyway } from './use-anyway';

/** « Promettre quand même », and why: nobody promises against the hours without a word of their own. */
export function AnywayFields({ day, reason, onChange }: { day: string } & Pick<Anyway, 'reason' | 'onChange'>) {
  const { t, on } = usePromiseWords();
  const [ticked, setTicked] = useState(reason !== '');
  return (
    <div className="mt-4 grid gap-3 border-t border-hair pt-4">
      <Checkbox
        isSelected={ticked}
        onChange={(yes) => {
          setTicked(yes);
          if (!yes) onChange('');
        }}
      >
        {t('anyway', { day: on(day) })}
      </Checkbox>
      {ticked && (
        <TextField
          label={t('anywayReason')}
          help={t('anywayHelp')}
          value={reason}
          onChange={onChange}
          maxLength={500}
          autoFocus={reason === ''}
          isRequired
        />
      )}
    </div>
  );
}

/** Why the button beside it does not send yet; the button is described by it. */
export function HeldBack({ id, anyway }: { id: string; anyway: Anyway }) {
  const t = useTranslations('promises');
  if (!anyway.heldBack) return null;
  return (
    <p id={id} className="small text-ink2">
      {t('blocked')}
    </p>
  );
}
