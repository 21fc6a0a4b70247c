'use client';

import { createContext, type ReactNode, useContext } from 'react';

const AccountContext = createContext<string | undefined>(undefined);

/** Names the account a signed-in space was made for. */
export function AccountProvider({ id, children }: { id: string; children: ReactNode }) {
  return <AccountContext value={id}>{children}</AccountContext>;
}

/** The id of the account this page was made for. */
export function useAccount(): string {
  const id = useContext(AccountContext);
  if (id === undefined) throw new Error('useAccount needs an AccountProvider above it');
  return id;
}
