'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AvailabilityDot } from '@/components/ui/availability';
import { useToast } from '@/components/ui/toast';
import type { MeDto } from '@/lib/auth/schemas';
import type { ConversationPageDto } from '@/lib/chat/schemas';
import { useMe, useSetAvailable } from '@/lib/http/me';
import { usePathname } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { Inbox } from './inbox';

interface Props {
  initial: ConversationPageDto;
  me: MeDto;
  children: ReactNode;
}

/** Inbox on the left, whatever is open on the right; a phone shows one of the two. */
export function InboxDesk({ initial, me, children }: Props) {
  const pathname = usePathname();
  const open = pathname === paths.atelier.messages ? undefined : pathname.split('/').at(-1);
  return (
    <div className="desk" data-list={open === undefined || undefined}>
      <Inbox initial={initial} reader="couturier" current={open} titleLevel={open === undefined ? 'h1' : 'h2'}>
        <OwnLine me={me} />
      </Inbox>
      {children}
    </div>
  );
}

/** One's own availability above the list, one tap to change. */
function OwnLine({ me: initial }: { me: MeDto }) {
  const t = useTranslations('chat.availability');
  const common = useTranslations('common');
  const say = useToast();
  const { data: me = initial } = useMe(initial);
  const change = useSetAvailable();
  const available = me.available ?? false;
  return (
    <div className="inbox-own">
      <span className="availability text-ink2">
        <AvailabilityDot state={available ? 'full' : 'hollow'} />
        <span>{t.rich(available ? 'yes' : 'no', { strong: (chunks) => <strong>{chunks}</strong> })}</span>
      </span>
      <button
        type="button"
        className="link"
        disabled={change.isPending}
        onClick={() =>
          change.mutate(
            { available: !available, version: me.version },
            { onError: () => say({ text: common('availability.failed'), error: true }) },
          )
        }
      >
        {t('change')}
      </button>
    </div>
  );
}
