'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { ClientDraft } from './client-fields';

interface Props {
  draft: ClientDraft;
  errors: Partial<Record<keyof ClientDraft, string>>;
  set: (key: keyof ClientDraft, value: string) => void;
  /** Beside what a person is known by: who else is. */
  known?: ReactNode;
}

const TYPES: Partial<Record<keyof ClientDraft, 'email' | 'tel' | 'date'>> = {
  email: 'email',
  phone: 'tel',
  eventDate: 'date',
};

/** The fields of a client file, in the order one asks them. */
export function ClientFormFields({ draft, errors, set, known }: Props) {
  const t = useTranslations('clients.fields');
  const line = (key: keyof ClientDraft, help?: string) => (
    <TextField
      id={`client-${key}`}
      name={key}
      type={TYPES[key] ?? 'text'}
      label={t(key)}
      help={help}
      error={errors[key]}
      value={draft[key]}
      onChange={(value) => set(key, value)}
      isRequired={key === 'name'}
    />
  );
  const area = (key: keyof ClientDraft, rows: number, help?: string) => (
    <TextArea
      id={`client-${key}`}
      name={key}
      label={t(key)}
      help={help}
      error={errors[key]}
      value={draft[key]}
      onChange={(value) => set(key, value)}
      rows={rows}
    />
  );
  return (
    <div className="flex flex-col gap-5">
      {line('name')}
      <div className="grid gap-5 sm:grid-cols-2">
        {line('email')}
        {line('phone')}
      </div>
      {known}
      {line('address')}
      <div className="grid gap-5 sm:grid-cols-3">
        {line('company', t('companyHelp'))}
        {line('registration')}
        {line('vatNumber')}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {line('birthday', t('birthdayHelp'))}
        {line('contactNote')}
        {line('eventLabel')}
        {line('eventDate')}
      </div>
      {area('allergies', 2)}
      {area('posture', 2)}
      {area('preferences', 2)}
      {line('tags', t('tagsHelp'))}
      {area('notes', 3, t('notesHelp'))}
    </div>
  );
}
