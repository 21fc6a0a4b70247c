'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { requestReset } from '@/lib/http/auth';
import { DoorForm } from './door-form';
import { DoorHead } from './door-head';
import { useChecks, useDoor } from './use-door';

/** Asks for a link; the answer is the same whatever the address. */
export function ForgotForm() {
  const t = useTranslations('auth');
  const check = useChecks();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const door = useDoor(
    async () => {
      await requestReset(email);
      setSent(true);
    },
    () => ({ email: check.email(email) }),
  );
  if (sent)
    return (
      <div role="status">
        <DoorHead title={t.rich('forgot.sentTitle', { i: (words) => <em>{words}</em> })}>
          {t('forgot.sentText', { email })}
        </DoorHead>
      </div>
    );
  return (
    <>
      <DoorHead title={t.rich('forgot.title', { i: (words) => <em>{words}</em> })}>{t('forgot.text')}</DoorHead>
      <DoorForm {...door} submitLabel={t('forgot.submit')}>
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          label={t('email')}
          value={email}
          onChange={setEmail}
          error={door.errors.email}
        />
      </DoorForm>
    </>
  );
}
