'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { printNumber, readNumber } from '@/lib/numbers';
import { NumberField, type NumberFieldProps } from './number-field';

interface Props extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  value: number | undefined;
  /** `undefined` when empty; NaN while what is typed cannot be read, so that it is never sent for something else. */
  onChange: (value: number | undefined) => void;
}

/** A number field over a number that has other hands too: a setting that can be cancelled, a mark that can be dragged. */
export function ValueField({ value, onChange, ...props }: Props) {
  const locale = useLocale();
  const { kind, read = readNumber } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const valueOf = (text: string): number | undefined => {
    const reading = read(text, locale, kind);
    return reading.state === 'read' ? reading.value : reading.state === 'empty' ? undefined : Number.NaN;
  };
  // What is typed stands as long as it is the value; another hand has changed it otherwise.
  const own = typed !== null && Object.is(valueOf(typed), value);
  return (
    <NumberField
      {...props}
      value={own ? typed : value === undefined || Number.isNaN(value) ? '' : printNumber(value, locale, kind.decimals)}
      onChange={(text) => {
        setTyped(text);
        onChange(valueOf(text));
      }}
    />
  );
}
