'use client';

import { Ellipsis } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { dayRuns } from '@/components/hands/day-runs';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/button';
import { NumberCell } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icon';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { StaffMemberDto, EditStaffInput } from '@/lib/auth/schemas';
import { formatNumber, formatShortDate } from '@/lib/i18n/format';

interface Props {
  member: StaffMemberDto;
  /** Nobody closes their own account here. */
  self: boolean;
  onChange: (change: EditStaffInput) => void;
  onDisable: () => void;
  onTransfer: () => void;
}

/** One member of the staff: role, presence, hours, and what the owner may do. */
export function StaffRow({ member, self, onChange, onDisable, onTransfer }: Props) {
  const t = useTranslations('house.settings');
  const hand = useTranslations('couturiers.transfer.work');
  const locale = useLocale();
  const day = (value: number) => t(`shortDay.d${value}` as 'shortDay.d1');
  const days = dayRuns(member.workingDays)
    .map(([from, to]) => (from === to ? day(from) : t('days', { from: day(from), to: day(to) })))
    .join(', ');
  const here = member.available && !member.backOn;
  const absence = member.backOn ? t('away', { date: formatShortDate(locale, member.backOn) }) : t('awayOpen');
  const presence = member.disabled ? t('disabledState') : here ? days : absence;
  const role: MenuEntry =
    member.role === 'owner'
      ? { id: 'role', label: t('makeCouturier'), onAction: () => onChange({ role: 'couturier' }) }
      : { id: 'role', label: t('makeOwner'), onAction: () => onChange({ role: 'owner' }) };
  const open: MenuEntry = member.disabled
    ? { id: 'open', label: t('enable'), onAction: () => onChange({ disabled: false }) }
    : { id: 'open', label: t('disable'), onAction: onDisable, grave: true };
  return (
    <tr>
      <td>
        <span className="flex items-center gap-3">
          <Avatar name={member.name} size={32} availability={here && !member.disabled ? 'full' : 'hollow'} />
          <span className={member.disabled ? 'text-ink3 line-through' : undefined}>{member.name}</span>
        </span>
      </td>
      <td className="text-ink2">{t(`roles.${member.role}`)}</td>
      <td className="text-ink2">{presence}</td>
      <NumberCell>{formatNumber(locale, member.weeklyHours)}&nbsp;h</NumberCell>
      <td className="w-10">
        {!self && (
          <Menu
            label={t('actionsFor', { name: member.name })}
            trigger={
              <IconButton size="small" label={t('actionsFor', { name: member.name })}>
                <Icon of={Ellipsis} size={16} />
              </IconButton>
            }
            items={[role, { id: 'transfer', label: hand('open'), onAction: onTransfer }, open]}
          />
        )}
      </td>
    </tr>
  );
}
