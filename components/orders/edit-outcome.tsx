'use client';

import { Refusal } from '@/components/form/refusal';
import { formatDate } from '@/lib/i18n/format';
import { OrderConflict } from './order-conflict';
import type { OrderEdit, OrderForm } from './use-order-edit';
import { useOrderWords } from './use-order-words';

interface Props {
  edit: OrderEdit;
  couturiers?: readonly { id: string; name: string }[];
}

/** What became of a save that did not pass: the two versions where two people met, or the refusal in words. */
export function EditOutcome({ edit, couturiers = [] }: Props) {
  const { t, locale, field, option } = useOrderWords();
  const words = (key: string, form: OrderForm): string => {
    const value = form[key];
    if (value === undefined || value === '') return t('change.empty');
    if (key === 'couturierId') return couturiers.find(({ id }) => id === value)?.name ?? '';
    if (typeof value === 'object') return value.map(({ name }) => name).join(', ') || t('change.empty');
    return typeof value === 'string' && /Date$/.test(key) ? formatDate(locale, value) : option(value);
  };
  const { conflict } = edit;
  if (conflict)
    return (
      <OrderConflict
        current={conflict.current}
        rows={conflict.fields.map((key) => ({
          field: field(key),
          theirs: words(key, conflict.theirs),
          mine: words(key, edit.form),
        }))}
        busy={edit.busy}
        onTheirs={() => edit.takeTheirs(conflict.current)}
        onMine={() => edit.save(conflict.current)}
      />
    );
  return <Refusal of={edit.error} className="mt-3" />;
}
