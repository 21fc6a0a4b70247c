'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { NativeButton } from '@/components/ui/native';
import type { MeDto } from '@/lib/auth/schemas';
import { api } from '@/lib/http/api';
import { firstName } from '@/lib/i18n/format';
import { localised, unlocalised } from '@/lib/i18n/href';
import { signOutTo } from '@/lib/http/sign-out';
import { paths } from '@/lib/paths';

/**
 * What stands in place of a page whose browser is signed in as somebody else by now: nothing of the first person is read
 * on, nothing leaves in the name of the second. What was typed is kept for its own account.
 * @param name whose page it was
 */
export function OtherAccount({ name }: { name: string }) {
  const t = useTranslations('common.otherAccount');
  const locale = useLocale();
  const head = useRef<HTMLHeadingElement>(null);
  const { data: now } = useQuery({
    queryKey: ['otherAccount'],
    queryFn: ({ signal }) => api<MeDto>('/api/me', { signal, asAnyone: true }),
    staleTime: 0,
  });
  useEffect(() => head.current?.focus(), []);
  const go = (href: string) => window.location.assign(href);
  const space = now?.role === 'client' ? paths.account.home : paths.atelier.today;
  const back = () => {
    const { pathname, search } = window.location;
    const query = { next: unlocalised(pathname) + search };
    void signOutTo(localised({ pathname: paths.signIn, query }, locale));
  };
  return (
    <main className="other-account">
      <p className="flex items-center gap-4" aria-hidden="true">
        <Avatar name={name} size={44} />
        <Icon of={ArrowRight} />
        {now && <Avatar name={now.name} size={44} />}
      </p>
      <h1 ref={head} tabIndex={-1} className="h1">
        {t.rich('title', { name: firstName(name), em: (chunks) => <em>{chunks}</em> })}
      </h1>
      <p className="text-ink2">{now ? t('text', { name: now.name }) : t('textUnknown')}</p>
      <p className="other-account-kept small text-ink2">{t('kept', { name: firstName(name) })}</p>
      <p className="flex flex-wrap gap-3">
        <NativeButton variant="secondary" onClick={() => go(localised(space, locale))} disabled={!now}>
          {now ? t('goOn', { name: firstName(now.name) }) : t('goOnUnknown')}
        </NativeButton>
        <NativeButton variant="quiet" onClick={back}>
          {t('back', { name: firstName(name) })}
        </NativeButton>
      </p>
    </main>
  );
}
