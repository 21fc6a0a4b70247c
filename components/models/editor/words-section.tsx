'use client';

import { useTranslations } from 'next-intl';
import { useMoneyProps, useSumWords } from '@/components/form/money-field';
import { ValueField } from '@/components/form/value-field';
import { ComboBox } from '@/components/ui/combo-box';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { DAYS } from '@/lib/number-kinds';
import type { ModelForm } from './use-model-form';
import type { EditorLists } from './lists';

/** What the model is called, what it is, who draws it, what it costs and how long it takes. */
export function WordsSection({ form, lists }: { form: ModelForm; lists: EditorLists }) {
  const t = useTranslations('models');
  const { draft, set, errors } = form;
  const money = useMoneyProps(draft.currency);
  const { usual } = form.price;
  const sumWords = useSumWords(draft.currency);
  const pick = { openLabel: t('openList'), emptyLabel: t('nothingFound') };
  return (
    <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
      <TextField
        id="title.fr"
        label={t('fields.titleFr')}
        value={draft.title.fr}
        onChange={(fr) => set({ title: { ...draft.title, fr } })}
        error={errors['title.fr']}
        isRequired
      />
      <TextField
        id="title.en"
        label={t('fields.titleEn')}
        value={draft.title.en}
        onChange={(en) => set({ title: { ...draft.title, en } })}
        error={errors['title.en']}
      />
      <TextField
        id="name"
        label={t('fields.name')}
        help={t('fields.nameHelp')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errors['name']}
      />
      <Select
        id="couturierId"
        label={t('fields.couturier')}
        options={lists.couturiers}
        value={draft.couturierId}
        onChange={(couturierId) => set({ couturierId })}
        error={errors['couturierId']}
      />
      <TextArea
        id="description.fr"
        label={t('fields.descriptionFr')}
        value={draft.description.fr}
        onChange={(fr) => set({ description: { ...draft.description, fr } })}
        error={errors['description.fr']}
      />
      <TextArea
        id="description.en"
        label={t('fields.descriptionEn')}
        value={draft.description.en}
        onChange={(en) => set({ description: { ...draft.description, en } })}
        error={errors['description.en']}
      />
      <ComboBox
        {...pick}
        id="category"
        label={t('fields.category')}
        options={lists.categories}
        value={draft.category || null}
        onChange={(category) => set({ category: category ?? '' })}
        error={errors['category']}
      />
      <ComboBox
        {...pick}
        id="garment"
        label={t('fields.garment')}
        help={t('fields.garmentHelp')}
        options={lists.garments}
        value={draft.garment || null}
        onChange={(garment) => set({ garment: garment ?? '' })}
        error={errors['garment']}
      />
      <ValueField
        {...money}
        id="priceFrom.amount"
        label={t('fields.price')}
        value={draft.price}
        checked={form.price.asked}
        doubt={form.price.sure.doubt('price', usual, (units) =>
          t('farPrice', { sum: sumWords(units), usual: sumWords(usual ?? 0).toLocaleLowerCase() }),
        )}
        onChange={(price) => set({ price })}
        error={errors['priceFrom.amount'] ?? errors['priceFrom']}
      />
      <ValueField
        kind={DAYS}
        id="leadTimeDays"
        label={t('fields.leadTime')}
        unit={t('days')}
        value={draft.leadTimeDays}
        onChange={(leadTimeDays) => set({ leadTimeDays })}
        error={errors['leadTimeDays']}
      />
      <TextField
        id="tags.fr"
        label={t('fields.tagsFr')}
        help={t('fields.tagsHelp')}
        value={draft.tags.fr}
        onChange={(fr) => set({ tags: { ...draft.tags, fr } })}
        error={errors['tags.fr']}
      />
      <TextField
        id="tags.en"
        label={t('fields.tagsEn')}
        value={draft.tags.en}
        onChange={(en) => set({ tags: { ...draft.tags, en } })}
        error={errors['tags.en']}
      />
    </div>
  );
}
