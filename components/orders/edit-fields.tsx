'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { TextArea, TextField } from '@/components/ui/text-field';
import { ORDER_FIELD_NAMES, ORDER_FIELDS } from '@/lib/orders/fields';
import type { OrderEdit } from './use-order-edit';
import { useOrderWords } from './use-order-words';

/** The name, the feast, the day, the wishes and the words of an order, as fields. */
export function EditFields({ edit, disabled = false }: { edit: OrderEdit; disabled?: boolean }) {
  const { t, field } = useOrderWords();
  const text = (key: string, type: 'text' | 'date', maxLength?: number, error?: string) => (
    <TextField
      key={key}
      label={field(key)}
      type={type}
      value={String(edit.form[key] ?? '')}
      onChange={(value) => edit.set(key, value)}
      maxLength={maxLength}
      isDisabled={disabled}
      error={error ?? edit.errorAt(key)}
    />
  );
  const wishes = Object.entries(edit.form).filter(([key]) => key.startsWith('options.'));
  return (
    <>
      {text('title', 'text', 120, String(edit.form['title']).trim() === '' ? t('create.titleMissing') : undefined)}
      {ORDER_FIELD_NAMES.map((name) => {
        const one = ORDER_FIELDS[name];
        return one.is === 'text' ? text(name, 'text', one.max) : text(name, 'date');
      })}
      {wishes.map(([key, value]) =>
        typeof value === 'boolean' ? (
          <div key={key} className="self-end pb-2.5">
            <Checkbox isSelected={value} isDisabled={disabled} onChange={(next) => edit.set(key, next)}>
              {field(key)}
            </Checkbox>
          </div>
        ) : (
          text(key, 'text', 300)
        ),
      )}
      <div className="sm:col-span-full">
        <TextArea
          label={field('description')}
          rows={5}
          value={String(edit.form['description'])}
          onChange={(value) => edit.set('description', value)}
          maxLength={4000}
          isDisabled={disabled}
          error={edit.errorAt('description')}
        />
      </div>
    </>
  );
}
