'use client';

import { Mail, MessagesSquare } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { InvitationDto } from '@/lib/auth/schemas';
import type { ClientDto } from '@/lib/clients/dto';
import { formatLongDay } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { type ClientTalk, ClientWords } from './client-words';

interface Props {
  client: ClientDto;
  /** The reader's own conversation with this person, if they have one. */
  talk?: ClientTalk;
  invitation?: InvitationDto;
  /** How many of the last messages. */
  count: number;
  /** Of the field one answers in. */
  id: string;
  onInvite: () => void;
}

/** The last words with a client; without any, the way to the first ones, or to an account. */
export function ClientTalks({ client, talk, invitation, count, id, onInvite }: Props) {
  const t = useTranslations('clients');
  const locale = useLocale();
  if (talk) return <ClientWords {...talk} count={count} id={id} />;
  if (client.accountId)
    return (
      <LinkButton href={{ pathname: paths.atelier.newConversation, query: { clientId: client.id } }}>
        <Icon of={MessagesSquare} size={16} />
        {t('openConversation')}
      </LinkButton>
    );
  return (
    <>
      <p className="small text-ink2">
        {invitation
          ? t('invited', { email: invitation.email, date: formatLongDay(locale, invitation.expiresAt) })
          : t('noAccount')}
      </p>
      <div className="mt-3">
        <Button size="small" onPress={onInvite}>
          <Icon of={Mail} size={16} />
          {t(invitation ? 'inviteAgain' : 'invite')}
        </Button>
      </div>
    </>
  );
}
