'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { TextArea, TextField } from '@/components/ui/text-field';
import { CONTENT_LOCALES } from '@/lib/i18n/bilingual';
import type { MeDto } from '@/lib/auth/schemas';
import { useEditMe } from '@/lib/http/me';
import { SaveLine } from '../form/save-line';
import { SettingsSection } from './settings-section';
import { useSettingsForm } from '../form/use-settings-form';

const EMPTY = { fr: '', en: '' };

/** A couturier's availability and the words of the public page. */
export function AvailabilitySection({ me }: { me: MeDto }) {
  const t = useTranslations('settings');
  const edit = useEditMe();
  const saved = {
    available: me.available ?? false,
    backOn: me.backOn ?? '',
    awayWord: me.awayWord ?? '',
    speciality: me.speciality ?? EMPTY,
    bio: me.bio ?? EMPTY,
  };
  const form = useSettingsForm({
    key: 'availability',
    saved,
    save: ({ backOn, ...draft }) =>
      edit.mutateAsync({ ...draft, backOn: draft.available || !backOn ? null : backOn, version: me.version }),
  });
  const { draft, set, errors } = form;
  return (
    <SettingsSection id="availability" title={t('availability')}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <div className="flex flex-col gap-6">
          <Checkbox isSelected={draft.available} onChange={(value) => set('available', value)}>
            {t('available')}
          </Checkbox>
          {!draft.available && (
            <div className="max-w-64">
              <TextField
                id="backOn"
                type="date"
                label={t('backOn')}
                help={t('backOnHelp')}
                value={draft.backOn}
                onChange={(value) => set('backOn', value)}
                error={errors['backOn']}
              />
            </div>
          )}
          <TextArea
            id="awayWord"
            label={t('awayWord')}
            help={t('awayWordHelp')}
            value={draft.awayWord}
            onChange={(value) => set('awayWord', value)}
            error={errors['awayWord']}
          />
          <h3 className="h3 mt-4">{t('public')}</h3>
          {CONTENT_LOCALES.map((language) => (
            <div key={language} className="flex flex-col gap-6">
              <TextField
                id={`speciality-${language}`}
                label={t(`in.${language}`, { field: t('speciality') })}
                value={draft.speciality[language]}
                onChange={(value) => set('speciality', { ...draft.speciality, [language]: value })}
                error={errors[`speciality.${language}`]}
              />
              <TextArea
                id={`bio-${language}`}
                label={t(`in.${language}`, { field: t('bio') })}
                value={draft.bio[language]}
                onChange={(value) => set('bio', { ...draft.bio, [language]: value })}
                error={errors[`bio.${language}`]}
              />
            </div>
          ))}
        </div>
        {form.dirty && <SaveLine busy={form.busy} onCancel={form.cancel} />}
      </form>
    </SettingsSection>
  );
}
