'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { acceptInvitation, signIn } from '@/lib/http/auth';
import { DoorForm } from './door-form';
import { enter } from './go';
import { PasswordField } from './password-field';
import { useChecks, useDoor } from './use-door';

/** Accepts an invitation and goes in. */
export function InvitationForm({ token, name: given }: { token: string; name: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const check = useChecks();
  const [name, setName] = useState(given);
  const [password, setPassword] = useState('');
  const door = useDoor(
    async () => {
      const { email } = await acceptInvitation(token, { name, password });
      enter(await signIn({ email, password, remember: true }), undefined, locale);
    },
    () => ({ name: check.name(name), password: check.newPassword(password) }),
  );
  return (
    <DoorForm {...door} submitLabel={t('invitation.submit')}>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={t('name')}
        value={name}
        onChange={setName}
        error={door.errors.name}
      />
      <PasswordField
        id="password"
        fresh
        label={t('password')}
        value={password}
        onChange={setPassword}
        error={door.errors.password}
        about={[name]}
      />
    </DoorForm>
  );
}
