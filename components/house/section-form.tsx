'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SaveLine } from '@/components/form/save-line';
import { SettingsSection } from '@/components/settings/settings-section';
import type { HouseDto } from '@/lib/house/schemas';
import { HouseConflict } from './house-conflict';
import { usePathNames } from './use-path-names';

interface Props {
  id: string;
  title: string;
  help: string;
  house: HouseDto;
  form: {
    draft: object;
    changed: readonly PropertyKey[];
    dirty: boolean;
    busy: boolean;
    conflict: HouseDto | null;
    submit: () => Promise<unknown>;
    cancel: () => void;
  };
  children: ReactNode;
}

/** A section of the house with its own save, and what to do when somebody else saved first. */
export function SectionForm({ id, title, help, house, form, children }: Props) {
  const t = useTranslations('house.settings');
  const nameOf = usePathNames(house.vocabulary);
  const mine = Object.fromEntries(Object.entries(form.draft).filter(([key]) => form.changed.includes(key)));
  return (
    <SettingsSection id={id} title={title} help={help}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {children}
        {form.conflict ? (
          <HouseConflict
            current={form.conflict}
            mine={mine}
            nameOf={nameOf}
            busy={form.busy}
            onKeepTheirs={form.cancel}
          />
        ) : (
          form.dirty && (
            <SaveLine words={t('unsaved', { count: form.changed.length })} busy={form.busy} onCancel={form.cancel} />
          )
        )}
      </form>
    </SettingsSection>
  );
}
