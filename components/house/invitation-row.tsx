'use client';

import { Clock, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import type { InvitationDto } from '@/lib/auth/schemas';
import { formatDay, formatShortDate } from '@/lib/i18n/format';

/** An invited person: basted, with the day the invitation ends. */
export function InvitationRow({ invitation, onWithdraw }: { invitation: InvitationDto; onWithdraw: () => void }) {
  const t = useTranslations('house.settings');
  const locale = useLocale();
  const values = {
    date: formatShortDate(locale, invitation.createdAt),
    expiry: formatDay(locale, invitation.expiresAt),
  };
  return (
    <tr>
      <td>
        <span className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className="inline-block size-8 shrink-0 rounded-full border border-dashed border-control"
          />
          <span className="break-all text-ink2">{invitation.email}</span>
        </span>
      </td>
      <td className="text-ink2">{t(`roles.${invitation.role}`)}</td>
      <td colSpan={2}>
        <Tag tone="ocre" icon={Clock}>
          {t('invitationOf', values)}
        </Tag>
      </td>
      <td className="w-10">
        <IconButton size="small" label={t('withdraw')} onPress={onWithdraw}>
          <Icon of={X} size={16} />
        </IconButton>
      </td>
    </tr>
  );
}
