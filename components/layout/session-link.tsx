'use client';

import { useEffect, useState } from 'react';
import { type Visitor, whoVisits } from '@/lib/http/visitor';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

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
    whoVisits().then(setWho, () => setWho('visitor'));
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
