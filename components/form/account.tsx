'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { takeDeviceKeys, tidy } from '@/lib/http/device-seal';
import { OUTBOX } from '@/lib/http/outbox';
import { DRAFTS } from './draft-store';

const AccountContext = createContext<string | undefined>(undefined);

function tidyStorage(name: 'localStorage' | 'sessionStorage', account: string): void {
  try {
    tidy(window[name], account, [DRAFTS, OUTBOX]);
  } catch {
    // The browser refuses its storage: nothing is kept there.
  }
}

interface Props {
  id: string;
  /** Seal what this browser keeps of the account. */
  deviceKeys: string;
  children: ReactNode;
}

/** Names the account a signed-in space was made for, and takes over its keys before anything is read with them. */
export function AccountProvider({ id, deviceKeys, children }: Props) {
  useState(() => {
    takeDeviceKeys(id, deviceKeys);
    if (typeof window === 'undefined') return;
    for (const storage of ['localStorage', 'sessionStorage'] as const) tidyStorage(storage, id);
  });
  return <AccountContext value={id}>{children}</AccountContext>;
}

/** The id of the account this page was made for. */
export function useAccount(): string {
  const id = useContext(AccountContext);
  if (id === undefined) throw new Error('useAccount needs an AccountProvider above it');
  return id;
}
