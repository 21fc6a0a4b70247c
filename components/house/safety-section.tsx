'use client';

import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { SettingsSection } from '@/components/settings/settings-section';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/checkbox';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import type { StaffMemberDto } from '@/lib/auth/schemas';
import type { HouseDto } from '@/lib/house/schemas';
import { useClearSecondKeys, useEditHouse, useStaff } from '@/lib/http/house';
import type { Page } from '@/lib/pages';

/** Who shows a second key, whether everybody must, and what the owner does for somebody who lost theirs. */
export function SafetySection({ house, staff, meId }: { house: HouseDto; staff: Page<StaffMemberDto>; meId: string }) {
  const t = useTranslations('house.settings');
  const common = useTranslations('common');
  const say = useToast();
  const { data } = useStaff(staff);
  const edit = useEditHouse();
  const clear = useClearSecondKeys();
  const [losing, setLosing] = useState<StaffMemberDto>();
  const refusal = useRefusal();
  const refused = (error: Error) => say({ text: refusal(error).text, error: true });
  return (
    <SettingsSection
      id="safety"
      title={t('secondKey')}
      help={t('secondKeyHelp')}
      aside={
        <Switch
          isSelected={house.secondKeyRequired ?? false}
          isDisabled={edit.isPending}
          onChange={(secondKeyRequired) =>
            edit.mutate({ version: house.version, secondKeyRequired }, { onError: refused })
          }
        >
          {t('secondKeyRequired')}
        </Switch>
      }
    >
      <DataTable caption={t('secondKey')} fold>
        <thead>
          <tr>
            <HeadCell>{t('name')}</HeadCell>
            <HeadCell>{t('keys')}</HeadCell>
            <th scope="col">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items
            .filter(({ disabled }) => !disabled)
            .map((member) => (
              <tr key={member.id}>
                <td>
                  <span className="flex items-center gap-3">
                    <Avatar name={member.name} size={32} />
                    {member.name}
                  </span>
                </td>
                <td className={member.secondKey ? 'text-ink2' : 'text-ocre'}>
                  <span className="flex items-center gap-2">
                    {!member.secondKey && <Icon of={Clock} size={16} />}
                    {t(member.secondKey ? 'secondKeyHas' : 'secondKeyNone')}
                  </span>
                </td>
                <td className="text-right">
                  {member.secondKey && member.id !== meId && (
                    <Button size="small" variant="quiet" onPress={() => setLosing(member)}>
                      {t('clearKeys')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </DataTable>
      <Dialog
        open={losing !== undefined}
        onOpenChange={() => setLosing(undefined)}
        must
        title={t('clearKeysTitle', { name: losing?.name ?? '' })}
        actions={
          <>
            <Button variant="quiet" onPress={() => setLosing(undefined)}>
              {common('cancel')}
            </Button>
            <Button
              variant="grave"
              busy={clear.isPending}
              onPress={() => {
                if (losing)
                  clear.mutate(losing.id, { onSuccess: () => say({ text: t('keysCleared') }), onError: refused });
                setLosing(undefined);
              }}
            >
              {t('clearKeys')}
            </Button>
          </>
        }
      >
        {t('clearKeysText')}
      </Dialog>
    </SettingsSection>
  );
}
