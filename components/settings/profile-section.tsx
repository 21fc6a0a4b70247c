'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { MeDto } from '@/lib/auth/schemas';
import { useEditMe } from '@/lib/http/me';
import { isLocale, languageName, LOCALES } from '@/lib/i18n/config';
import { SaveLine } from '../form/save-line';
import { AddressState } from './address-state';
import { SettingsSection } from './settings-section';
import { useSettingsForm } from '../form/use-settings-form';

/** Name and language. */
export function ProfileSection({ me }: { me: MeDto }) {
  const t = useTranslations('settings');
  const edit = useEditMe();
  const form = useSettingsForm({
    key: 'profile',
    saved: { name: me.name, locale: me.locale },
    save: (draft) => edit.mutateAsync({ ...draft, version: me.version }),
  });
  return (
    <SettingsSection id="profile" title={t('profile')}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <div className="grid gap-6 md:grid-cols-2">
          <TextField
            id="name"
            label={t('name')}
            autoComplete="name"
            value={form.draft.name}
            onChange={(name) => form.set('name', name)}
            error={form.errors['name']}
          />
          <div>
            <TextField id="email" label={t('email')} value={me.email} isReadOnly help={t('emailHelp')} />
            {!me.emailProved && <AddressState email={me.email} />}
          </div>
          <Select
            id="locale"
            label={t('language')}
            value={form.draft.locale}
            onChange={(locale) => form.set('locale', isLocale(locale) ? locale : form.draft.locale)}
            options={LOCALES.map((id) => ({ id, label: languageName(id) }))}
          />
        </div>
        {form.dirty && <SaveLine busy={form.busy} onCancel={form.cancel} />}
      </form>
    </SettingsSection>
  );
}
