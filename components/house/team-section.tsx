'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { SettingsSection } from '@/components/settings/settings-section';
import { Button } from '@/components/ui/button';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import type { Role } from '@/lib/actor';
import type { InvitationDto, StaffMemberDto, EditStaffInput } from '@/lib/auth/schemas';
import { useEditStaff, useInvitations, useStaff, useWithdrawInvitation } from '@/lib/http/house';
import type { Page } from '@/lib/pages';
import { TransferWork } from '../transfer/transfer-work';
import { InvitationRow } from './invitation-row';
import { StaffRow } from './staff-row';
import { later } from '@/components/ui/later';

const InviteDialog = later(
  () => import('../auth/invite-dialog').then((one) => one.InviteDialog),
  ({ open }) => open,
);

const NOBODY: Page<StaffMemberDto> = { items: [], nextCursor: null };

interface Props {
  meId: string;
  /** Left out for a couturier, who sees the invitations to clients only. */
  staff?: Page<StaffMemberDto>;
  invitations: Page<InvitationDto>;
  roles: readonly Role[];
}

/** Who sews here, and who has been invited; for a couturier, the clients they invited. */
export function TeamSection({ meId, staff, invitations, roles }: Props) {
  const t = useTranslations('house.settings');
  const { data } = useInvitations(invitations);
  const title = t(staff ? 'team' : 'invitations');
  return (
    <InvitingSection id={staff ? 'team' : 'invitations'} title={title} roles={roles}>
      {!staff && data.items.length === 0 ? (
        <p className="small text-ink2">{t('noInvitations')}</p>
      ) : (
        <DataTable caption={title} fold>
          <thead>
            <tr>
              <HeadCell>{t('name')}</HeadCell>
              <HeadCell>{t('role')}</HeadCell>
              <HeadCell>{t('presence')}</HeadCell>
              <HeadCell number>{staff && t('weekly')}</HeadCell>
              <th scope="col">
                <span className="sr-only">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {staff && <StaffRows meId={meId} initial={staff} />}
            <InvitationRows items={data.items} />
          </tbody>
        </DataTable>
      )}
    </InvitingSection>
  );
}

interface InvitingProps {
  id: string;
  title: string;
  roles: readonly Role[];
  children: ReactNode;
}

function InvitingSection({ id, title, roles, children }: InvitingProps) {
  const t = useTranslations('house.settings');
  const [inviting, setInviting] = useState(false);
  return (
    <SettingsSection
      id={id}
      title={title}
      aside={
        <Button size="small" onPress={() => setInviting(true)}>
          <Icon of={Plus} size={16} />
          {t('invite')}
        </Button>
      }
    >
      {children}
      <InviteDialog open={inviting} onOpenChange={setInviting} roles={roles} />
    </SettingsSection>
  );
}

function StaffRows({ meId, initial }: { meId: string; initial: Page<StaffMemberDto> }) {
  const t = useTranslations('house.settings');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const refused = (error: Error) => say({ text: refusal(error).first, error: true });
  const { data = NOBODY } = useStaff(initial);
  const edit = useEditStaff();
  const [closing, setClosing] = useState<StaffMemberDto | null>(null);
  const [handing, setHanding] = useState<StaffMemberDto | null>(null);
  const change = (id: string, patch: EditStaffInput) =>
    edit.mutate({ id, ...patch }, { onSuccess: () => say({ text: t('staffSaved') }), onError: refused });
  return (
    <>
      {data.items.map((member) => (
        <StaffRow
          key={member.id}
          member={member}
          self={member.id === meId}
          onChange={(patch) => change(member.id, patch)}
          onDisable={() => setClosing(member)}
          onTransfer={() => setHanding(member)}
        />
      ))}
      {handing && <TransferWork member={handing} onClose={() => setHanding(null)} />}
      <Dialog
        open={closing !== null}
        onOpenChange={() => setClosing(null)}
        must
        title={t('disableTitle', { name: closing?.name ?? '' })}
        actions={
          <>
            <Button variant="quiet" onPress={() => setClosing(null)}>
              {common('cancel')}
            </Button>
            <Button
              variant="grave"
              onPress={() => {
                if (closing) change(closing.id, { disabled: true });
                setClosing(null);
              }}
            >
              {t('disable')}
            </Button>
          </>
        }
      >
        {t('disableText')}
      </Dialog>
    </>
  );
}

function InvitationRows({ items }: { items: readonly InvitationDto[] }) {
  const t = useTranslations('house.settings');
  const say = useToast();
  const refusal = useRefusal();
  const refused = (error: Error) => say({ text: refusal(error).first, error: true });
  const withdraw = useWithdrawInvitation();
  return items.map((invitation) => (
    <InvitationRow
      key={invitation.id}
      invitation={invitation}
      onWithdraw={() =>
        withdraw.mutate(invitation.id, { onSuccess: () => say({ text: t('withdrawn') }), onError: refused })
      }
    />
  ));
}
