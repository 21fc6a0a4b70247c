'use client';

import { type ReactNode, useState } from 'react';
import { NativeButton } from '@/components/ui/native';
import { localised, unlocalised } from '@/lib/i18n/href';
import { usePageLocale } from '@/lib/i18n/navigation';
import { signOutTo } from '@/lib/http/sign-out';
import { paths } from '@/lib/paths';

/**
 * Leaves the account that is open and asks for another one, which comes back to this page.
 * @param account the id of the one that is open
 */
export function ChangeAccount({ account, children }: { account: string; children: ReactNode }) {
  const locale = usePageLocale();
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    const { pathname, search } = window.location;
    const query = { next: unlocalised(pathname) + search };
    const callbackUrl = localised({ pathname: paths.signIn, query }, locale);
    void import('@/components/form/forget-device')
      .then(({ forgetOnDevice }) => forgetOnDevice(account))
      .then(() => signOutTo(callbackUrl))
      .catch(() => setLeaving(false));
  };
  return (
    <NativeButton variant="quiet" onClick={leave} disabled={leaving}>
      {children}
    </NativeButton>
  );
}
