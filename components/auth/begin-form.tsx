'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { openHouse, signIn } from '@/lib/http/auth';
import { paths } from '@/lib/paths';
import { DoorForm } from './door-form';
import { enter } from './go';
import { PasswordField } from './password-field';
import { useChecks, useDoor } from './use-door';

/** Who the owner of a new house is; they go in, to its first steps. */
export function BeginForm({ houseKey }: { houseKey: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const check = useChecks();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const door = useDoor(
    async () => {
      const owner = await openHouse({ key: houseKey, name, email, password, locale });
      enter(await signIn({ email: owner.email, password, remember: true }), paths.atelier.firstSteps, locale);
    },
    () => ({ name: check.name(name), email: check.email(email), password: check.newPassword(password) }),
  );
  return (
    <DoorForm {...door} submitLabel={t('begin.submit')}>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={t('name')}
        value={name}
        onChange={setName}
        error={door.errors.name}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        label={t('email')}
        value={email}
        onChange={setEmail}
        error={door.errors.email}
      />
      <PasswordField
        id="password"
        fresh
        label={t('password')}
        value={password}
        onChange={setPassword}
        error={door.errors.password}
        about={[name, email]}
      />
    </DoorForm>
  );
}
