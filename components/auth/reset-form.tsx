'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { resetPassword } from '@/lib/http/auth';
import { paths } from '@/lib/paths';
import { DoorForm } from './door-form';
import { PasswordField } from './password-field';
import { useChecks, useDoor } from './use-door';

/** Chooses a new password through a link, then goes to sign in with it. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const check = useChecks();
  const [password, setPassword] = useState('');
  const door = useDoor(
    async () => {
      await resetPassword(token, password);
      window.location.assign(`/${locale}${paths.signIn}?changed=1`);
    },
    () => ({ password: check.newPassword(password) }),
  );
  return (
    <DoorForm {...door} submitLabel={t('reset.submit')}>
      <PasswordField
        id="password"
        fresh
        label={t('newPassword')}
        value={password}
        onChange={setPassword}
        error={door.errors.password}
      />
    </DoorForm>
  );
}
