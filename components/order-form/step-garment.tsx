'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { type FormCouturier, type FormHouse, type FormModel } from '@/lib/http/order-form';
import { inLanguage } from '@/lib/i18n/bilingual';
import { paths } from '@/lib/paths';
import type { ChangeDraft, OrderDraft } from './draft';

interface Props {
  draft: OrderDraft;
  change: ChangeDraft;
  model: FormModel | undefined;
  house: FormHouse | undefined;
  couturiers: readonly FormCouturier[];
  errors: Record<string, string | undefined>;
}

const ANYONE = 'anyone';

/** What will be made: a model of the house, or a piece of one's own; and by whom. */
export function StepGarment({ draft, change, model, house, couturiers, errors }: Props) {
  const t = useTranslations('orderForm.garment');
  const locale = useLocale();
  const garments = (house?.vocabulary.garments ?? []).map(({ code, label }) => ({
    id: code,
    label: inLanguage(label, locale),
  }));
  const people = [
    { id: ANYONE, label: t('houseChooses') },
    ...couturiers.map(({ id, name, available }) => ({
      id,
      label: available ? name : t('away', { name }),
      disabled: !available,
    })),
  ];
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      {model ? (
        <p className="lead">
          {t('fromModel', { title: inLanguage(model.title, locale) })}{' '}
          <button type="button" className="link" onClick={() => change({ modelSlug: '', colour: '', fabric: '' })}>
            {t('ratherBespoke')}
          </button>
        </p>
      ) : (
        <>
          <p className="lead">
            {t('bespoke')} <TextLink href={paths.models}>{t('seeModels')}</TextLink>
          </p>
          <div className="grid gap-6 sm:grid-cols-2">
            <Select
              id="garment"
              label={t('kind')}
              placeholder={t('kindPlaceholder')}
              options={garments}
              value={draft.garment || null}
              onChange={(garment) => change({ garment })}
              error={errors['garment']}
            />
            <TextField
              id="title"
              label={t('name')}
              help={t('nameHelp')}
              value={draft.title}
              onChange={(title) => change({ title })}
              error={errors['title']}
              maxLength={120}
            />
          </div>
        </>
      )}
      <Select
        id="couturierId"
        label={t('couturier')}
        help={t('couturierHelp')}
        options={people}
        value={draft.couturierId || ANYONE}
        onChange={(id) => change({ couturierId: id === ANYONE ? '' : id })}
        error={errors['couturierId']}
      />
    </div>
  );
}
