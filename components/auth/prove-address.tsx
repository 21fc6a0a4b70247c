'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { proveAddress } from '@/lib/http/me';
import { DoorForm } from './door-form';
import { DoorNotice } from './door-notice';
import { useDoor } from './use-door';

/** The press that shows an address to be its person's; afterwards the way home. */
export function ProveAddress({ token, home }: { token: string; home: string }) {
  const t = useTranslations('auth.proof');
  const [proved, setProved] = useState(false);
  const door = useDoor(
    async () => {
      await proveAddress(token);
      setProved(true);
    },
    () => ({}),
  );
  if (proved)
    return (
      <>
        <DoorNotice words={t('done')} done />
        <LinkButton href={home} variant="primary" size="large" wide>
          {t('home')}
        </LinkButton>
      </>
    );
  return (
    <DoorForm {...door} submitLabel={t('action')}>
      {null}
    </DoorForm>
  );
}
