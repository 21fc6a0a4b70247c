'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { DAY } from '@/lib/palette';
import type { EditorLists } from './lists';
import type { FieldErrors, ModelForm } from './use-model-form';

interface RowProps {
  kind: 'fabrics' | 'colours';
  index: number;
  row: { code: string; label: { fr: string; en: string } };
  options: { id: string; label: string }[];
  errors: FieldErrors;
  onCode: (code: string) => void;
  onLabel: (label: { fr: string; en: string }) => void;
  onRemove: () => void;
}

/** A family one filters by, and the model's own words for it. */
function Row({ kind, index, row, options, errors, onCode, onLabel, onRemove }: RowProps) {
  const t = useTranslations('models');
  const path = `${kind}.${index}`;
  return (
    <div className="grid flex-1 grid-cols-[1fr_auto] items-start gap-x-4 gap-y-3 md:grid-cols-[12rem_1fr_1fr_auto]">
      <ComboBox
        id={`${path}.code`}
        label={t('fields.family')}
        options={options}
        value={row.code || null}
        onChange={(code) => onCode(code ?? '')}
        openLabel={t('openList')}
        emptyLabel={t('nothingFound')}
        error={errors[`${path}.code`]}
      />
      <span className="order-last col-span-2 grid gap-3 md:order-none md:grid-cols-2">
        <TextField
          id={`${path}.label.fr`}
          label={t('fields.wordsFr')}
          value={row.label.fr}
          onChange={(fr) => onLabel({ ...row.label, fr })}
          error={errors[`${path}.label.fr`]}
        />
        <TextField
          id={`${path}.label.en`}
          label={t('fields.wordsEn')}
          value={row.label.en}
          onChange={(en) => onLabel({ ...row.label, en })}
          error={errors[`${path}.label.en`]}
        />
      </span>
      <span className="pt-6.5">
        <IconButton label={t('removeRow', { name: row.label.fr || String(index + 1) })} onPress={onRemove}>
          <Icon of={X} size={16} />
        </IconButton>
      </span>
    </div>
  );
}

const EMPTY = { fr: '', en: '' };
const put = <T,>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((one, at) => (at === index ? { ...one, ...change } : one));

/** Cloths and colours: the first of each names and tints the model everywhere. */
export function ClothSection({ form, lists }: { form: ModelForm; lists: EditorLists }) {
  const t = useTranslations('models');
  const { draft, set, errors } = form;
  const { fabrics, colours } = draft;
  const words = (kind: 'fabrics' | 'colours', code: string, label: { fr: string; en: string }) =>
    label.fr || label.en ? label : (lists.vocabulary[kind].find((term) => term.code === code)?.label ?? EMPTY);
  return (
    <div className="flex flex-col gap-8">
      <fieldset className="flex flex-col gap-4" id="fabrics" tabIndex={-1}>
        <legend className="h3 mb-3">{t('fabrics')}</legend>
        {errors['fabrics'] && <p className="field-error">{errors['fabrics']}</p>}
        {fabrics.map((row, index) => (
          <Row
            key={index}
            kind="fabrics"
            {...{ index, row, errors }}
            options={lists.fabrics}
            onCode={(code) => set({ fabrics: put(fabrics, index, { code, label: words('fabrics', code, row.label) }) })}
            onLabel={(label) => set({ fabrics: put(fabrics, index, { label }) })}
            onRemove={() => set({ fabrics: fabrics.filter((_, at) => at !== index) })}
          />
        ))}
        <span>
          <Button size="small" onPress={() => set({ fabrics: [...fabrics, { code: '', label: EMPTY }] })}>
            <Icon of={Plus} size={16} />
            {t('addFabric')}
          </Button>
        </span>
      </fieldset>
      <fieldset className="flex flex-col gap-4" id="colours" tabIndex={-1}>
        <legend className="h3 mb-3">{t('colours')}</legend>
        {errors['colours'] && <p className="field-error">{errors['colours']}</p>}
        {colours.map((row, index) => (
          <div key={index} className="flex items-start gap-4">
            <label className="field">
              <span className="field-label mb-1.5">{t('fields.shade')}</span>
              <input
                id={`colours.${index}.hex`}
                type="color"
                className="shade"
                value={row.hex}
                onChange={(event) => set({ colours: put(colours, index, { hex: event.target.value }) })}
              />
            </label>
            <Row
              kind="colours"
              {...{ index, row, errors }}
              options={lists.colours}
              onCode={(code) =>
                set({
                  colours: put(colours, index, {
                    code,
                    label: words('colours', code, row.label),
                    hex: row.code ? row.hex : (lists.colours.find(({ id }) => id === code)?.hex ?? row.hex),
                  }),
                })
              }
              onLabel={(label) => set({ colours: put(colours, index, { label }) })}
              onRemove={() => set({ colours: colours.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <span>
          <Button
            size="small"
            onPress={() => set({ colours: [...colours, { code: '', label: EMPTY, hex: DAY.control }] })}
          >
            <Icon of={Plus} size={16} />
            {t('addColour')}
          </Button>
        </span>
      </fieldset>
    </div>
  );
}
