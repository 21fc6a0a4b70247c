'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { FormModel } from '@/lib/http/order-form';
import type { PromiseDto } from '@/lib/promises/schemas';
import { DateCard } from './date-card';
import { type ChangeDraft, OCCASIONS, type OrderDraft } from './draft';
import { inLanguage } from '@/lib/i18n/bilingual';
import { References } from '@/components/orders/references';

interface Props {
  draft: OrderDraft;
  change: ChangeDraft;
  model: FormModel | undefined;
  promise: PromiseDto | undefined;
  /** The day that is asked for: the wished one, or the feast. */
  wished: string | undefined;
  errors: Record<string, string | undefined>;
}

/** For when, for which feast, in which cloth, in one's own words and pictures. */
export function StepProject({ draft, change, model, promise, wished, errors }: Props) {
  const t = useTranslations('orderForm.project');
  const locale = useLocale();
  const isOccasion = (value: string): value is (typeof OCCASIONS)[number] => OCCASIONS.some((one) => one === value);
  return (
    <div className="flex flex-col gap-8">
      <RadioGroup
        label={t('occasion')}
        layout="row"
        value={draft.occasion}
        onChange={(value) => isOccasion(value) && change({ occasion: value })}
      >
        {OCCASIONS.map((one) => (
          <ChoiceChip key={one} value={one}>
            {t(`occasions.${one}`)}
          </ChoiceChip>
        ))}
      </RadioGroup>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          id="occasion"
          label={t('eventName')}
          value={draft.eventName}
          onChange={(eventName) => change({ eventName })}
          error={errors['occasion']}
          maxLength={90}
        />
        <TextField
          id="eventDate"
          type="date"
          label={t('eventDate')}
          value={draft.eventDate}
          onChange={(eventDate) => change({ eventDate })}
          error={errors['eventDate']}
        />
      </div>
      <TextField
        id="desiredDate"
        type="date"
        label={t('desiredDate')}
        help={t('desiredDateHelp')}
        value={draft.desiredDate}
        onChange={(desiredDate) => change({ desiredDate })}
        error={errors['desiredDate']}
      />
      <DateCard promise={promise} wished={wished} />
      <div className="grid gap-8 sm:grid-cols-2">
        {model ? (
          <RadioGroup label={t('cloth')} layout="row" value={draft.colour} onChange={(colour) => change({ colour })}>
            {model.colours.map((colour) => (
              <ChoiceChip key={`${colour.code}-${colour.hex}`} value={inLanguage(colour.label, locale)}>
                <span className="flex items-center gap-2">
                  <span className="inline-block size-5 border border-hair" style={{ background: colour.hex }} />
                  {inLanguage(colour.label, locale)}
                </span>
              </ChoiceChip>
            ))}
          </RadioGroup>
        ) : (
          <div className="flex flex-col gap-6">
            <TextField
              label={t('fabric')}
              value={draft.fabric}
              onChange={(fabric) => change({ fabric })}
              maxLength={120}
            />
            <TextField
              label={t('colour')}
              value={draft.colour}
              onChange={(colour) => change({ colour })}
              maxLength={120}
            />
          </div>
        )}
        <div className="flex flex-col gap-4 sm:pt-7">
          <Checkbox isSelected={draft.ownFabric} onChange={(ownFabric) => change({ ownFabric })}>
            {t('ownFabric')}
          </Checkbox>
          <Checkbox isSelected={draft.several} onChange={(several) => change({ several })}>
            {t('several')}
          </Checkbox>
          <Checkbox isSelected={draft.sample} onChange={(sample) => change({ sample })}>
            {t('sample')}
          </Checkbox>
        </div>
      </div>
      <TextArea
        id="description"
        label={t('words')}
        help={t('wordsHelp')}
        value={draft.words}
        onChange={(words) => change({ words })}
        error={errors['description']}
        maxLength={3500}
      />
      <References
        value={draft.references}
        onAdd={(file) => change((before) => ({ references: [...before.references, file] }))}
        onRemove={(id) => change((before) => ({ references: before.references.filter((file) => file.id !== id) }))}
      />
    </div>
  );
}
