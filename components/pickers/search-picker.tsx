'use client';

import { useDeferredValue, useState } from 'react';
import { ComboBox } from '@/components/ui/combo-box';
import type { FieldText } from '@/components/ui/field-parts';
import { useChoices } from '@/lib/http/choices';

interface Props<T extends { id: string }> extends FieldText {
  resource: 'clients' | 'models' | 'orders';
  /** Narrows orders. */
  stage?: string;
  labelOf: (one: T) => string;
  /** What is chosen, which the search need not find. */
  value: { id: string; label: string } | null;
  onChange: (chosen: { id: string; label: string } | null, record?: T) => void;
  openLabel: string;
  emptyLabel: string;
}

/** One of any number: what is typed is searched for by the server, so that no house has too many to choose from. */
export function SearchPicker<T extends { id: string }>(props: Props<T>) {
  const { resource, stage, labelOf, value, onChange, ...field } = props;
  const [typed, setTyped] = useState('');
  // What was chosen stands in the field: those words are not searched for.
  const q = useDeferredValue(typed === value?.label ? '' : typed.trim());
  const found = useChoices<T>(resource, { q, stage });
  const others = found.filter(({ id }) => id !== value?.id).map((one) => ({ id: one.id, label: labelOf(one) }));
  const options = value ? [value, ...others] : others;
  return (
    <ComboBox
      {...field}
      options={options}
      value={value?.id ?? null}
      onChange={(id) =>
        onChange(
          options.find((one) => one.id === id) ?? null,
          found.find((one) => one.id === id),
        )
      }
      onSearch={setTyped}
    />
  );
}
