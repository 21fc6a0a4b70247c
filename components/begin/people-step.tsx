'use client';

import { Copy, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCopy } from '@/components/ui/use-copy';
import type { InvitationDto } from '@/lib/auth/schemas';
import { useHandInvitation, useInvitations } from '@/lib/http/house';
import type { Page } from '@/lib/pages';
import { later } from '@/components/ui/later';

const InviteDialog = later(
  () => import('@/components/auth/invite-dialog').then((one) => one.InviteDialog),
  ({ open }) => open,
);

const ROLES = ['couturier', 'owner'] as const;

/** Who works here: invited by e-mail, or by a link that the owner hands over. */
export function PeopleStep({ invitations }: { invitations: Page<InvitationDto> }) {
  const t = useTranslations('house.firstSteps');
  const [inviting, setInviting] = useState(false);
  const { data } = useInvitations(invitations);
  const waiting = data.items.filter(({ role }) => role !== 'client');
  return (
    <>
      {waiting.length > 0 && (
        <ul className="mb-6 border-t border-ink">
          {waiting.map((one) => (
            <WaitingRow key={one.id} invitation={one} />
          ))}
        </ul>
      )}
      <Button onPress={() => setInviting(true)}>
        <Icon of={Plus} size={16} />
        {t('invite')}
      </Button>
      <InviteDialog open={inviting} onOpenChange={setInviting} roles={ROLES} />
    </>
  );
}

/** Somebody who has not come yet, and the link to hand to them. */
function WaitingRow({ invitation }: { invitation: InvitationDto }) {
  const t = useTranslations('house.firstSteps');
  const roles = useTranslations('house.settings.roles');
  const say = useToast();
  const refusal = useRefusal();
  const copy = useCopy({ done: t('linkCopied'), refused: t('linkNotCopied') });
  const hand = useHandInvitation();
  const link = hand.data?.url;
  const give = () =>
    hand.mutate(invitation.id, {
      onSuccess: ({ url }) => copy(url),
      onError: (error) => say({ text: refusal(error).first, error: true }),
    });
  return (
    <li className="border-b border-hair py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>
          <span className="strong break-all">{invitation.email}</span>
          <span className="smaller block text-ink2">{roles(invitation.role)}</span>
        </span>
        {!link && (
          <Button
            size="small"
            busy={hand.isPending}
            onPress={give}
            aria-label={t('linkFor', { email: invitation.email })}
          >
            <Icon of={Copy} size={16} />
            {t('link')}
          </Button>
        )}
      </div>
      {link && (
        <div className="mt-3">
          <TextField
            id={`link-${invitation.id}`}
            label={t('linkLabel', { email: invitation.email })}
            help={t('linkHelp')}
            value={link}
            isReadOnly
            suffix={
              <Button size="small" variant="quiet" onPress={() => copy(link)}>
                {t('copy')}
              </Button>
            }
          />
        </div>
      )}
    </li>
  );
}
