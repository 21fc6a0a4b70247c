'use client';

import { useEffect, useState } from 'react';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

type Visitor = 'visitor' | 'client' | 'staff';

function whoIs(session: unknown): Visitor {
  const user = session && typeof session === 'object' && 'user' in session ? session.user : undefined;
  const role = user && typeof user === 'object' && 'role' in user ? user.role : undefined;
  if (role === 'client') return 'client';
  return role === 'couturier' || role === 'owner' ? 'staff' : 'visitor';
}

interface Props {
  signIn: string;
  account: string;
  atelier: string;
  className?: string;
}

/**
 * The public header's last word. The page is the same for everyone and carries no cookie work; who is signed in is asked
 * afterwards, and a failed answer leaves the sign-in link, which works anyway.
 */
export function SessionLink({ signIn, account, atelier, className }: Props) {
  const [who, setWho] = useState<Visitor>('visitor');
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/api/auth/session', { signal: leaving.signal, credentials: 'same-origin' })
      .then((response) => (response.ok ? (response.json() as Promise<unknown>) : null))
      .then((session) => setWho(whoIs(session)))
      .catch(() => setWho('visitor'));
    return () => leaving.abort();
  }, []);
  const [href, words] = {
    visitor: [paths.signIn, signIn],
    client: [paths.account.home, account],
    staff: [paths.atelier.today, atelier],
  }[who] as [string, string];
  return (
    <Link href={href} className={className}>
      {words}
    </Link>
  );
}
