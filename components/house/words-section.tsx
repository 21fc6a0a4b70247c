'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { CONTENT_LOCALES } from '@/lib/i18n/bilingual';
import type { ClientWord, HouseDto } from '@/lib/house/schemas';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

const NOBODY = 'none';
const BLANK: ClientWord = { text: { fr: '', en: '' }, signature: { fr: '', en: '' } };

/** What the public pages say: the house of itself, and its clients of their pieces. */
export function WordsSection({ house, couturiers }: { house: HouseDto; couturiers: { id: string; name: string }[] }) {
  const t = useTranslations('house.settings');
  const form = useHouseForm('words', house, { texts: house.texts, clientWords: house.clientWords });
  const { texts, clientWords } = form.draft;
  const edit = (index: number, change: Partial<ClientWord>) =>
    form.set(
      'clientWords',
      clientWords.map((word, at) => (at === index ? { ...word, ...change } : word)),
    );
  return (
    <SectionForm id="words" title={t('words')} help={t('wordsHelp')} house={house} form={form}>
      <div className="flex flex-col gap-6">
        {(['tagline', 'about'] as const).map((key) => (
          <div key={key} className="grid gap-6 md:grid-cols-2">
            {CONTENT_LOCALES.map((language) => (
              <TextArea
                key={language}
                id={`house-${key}-${language}`}
                label={t(`${key}.${language}`)}
                rows={key === 'about' ? 5 : 3}
                maxLength={key === 'about' ? 2000 : 200}
                value={texts[key][language]}
                onChange={(value) => form.set('texts', { ...texts, [key]: { ...texts[key], [language]: value } })}
                error={form.errors[`texts.${key}.${language}`]}
              />
            ))}
          </div>
        ))}
      </div>
      <h3 className="h3 mt-10 mb-3">{t('clientWords')}</h3>
      {clientWords.length === 0 && <p className="small text-ink3">{t('noClientWords')}</p>}
      <ul>
        {clientWords.map((word, index) => (
          <li key={index} className="grid gap-4 border-b border-hair py-5 md:grid-cols-2">
            {CONTENT_LOCALES.map((language) => (
              <TextArea
                key={language}
                label={t(`wordText.${language}`)}
                rows={3}
                maxLength={300}
                value={word.text[language]}
                onChange={(value) => edit(index, { text: { ...word.text, [language]: value } })}
                error={form.errors[`clientWords.${index}.text.${language}`]}
              />
            ))}
            {CONTENT_LOCALES.map((language) => (
              <TextField
                key={language}
                label={t(`wordSignature.${language}`)}
                value={word.signature[language]}
                onChange={(value) => edit(index, { signature: { ...word.signature, [language]: value } })}
                error={form.errors[`clientWords.${index}.signature.${language}`]}
              />
            ))}
            <Select
              label={t('wordCouturier')}
              options={[
                { id: NOBODY, label: t('wordNobody') },
                ...couturiers.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={word.couturierId ?? NOBODY}
              onChange={(id) => edit(index, { couturierId: id === NOBODY ? undefined : id })}
            />
            <span className="flex items-end justify-end">
              <IconButton
                size="small"
                label={t('removeClientWord', { n: index + 1 })}
                onPress={() =>
                  form.set(
                    'clientWords',
                    clientWords.filter((_, at) => at !== index),
                  )
                }
              >
                <Icon of={X} size={16} />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Button size="small" variant="outline" onPress={() => form.set('clientWords', [...clientWords, BLANK])}>
          <Icon of={Plus} size={16} />
          {t('addClientWord')}
        </Button>
      </div>
    </SectionForm>
  );
}
