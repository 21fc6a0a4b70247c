'use client';

import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import { parseDecimal, printDecimal } from './decimal';
import { TextField, type TextFieldProps } from './text-field';

interface Props extends Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'suffix'> {
  value: number | undefined;
  /** `undefined` when empty, NaN while what is typed is not a number. */
  onChange: (value: number | undefined) => void;
  /** « cm », « € », « % ». */
  unit?: string;
}

/**
 * A number typed freely: comma or point, no step buttons, the words stay as typed until the field is left.
 * react-aria's own number field refuses the other decimal mark, which tailors type all day on a numeric pad.
 */
export function NumberField({ value, onChange, unit, onBlur, ...props }: Props) {
  const language = useLocale().locale.slice(0, 2);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...props}
      inputMode="decimal"
      suffix={unit}
      value={typed ?? printDecimal(value, language)}
      onChange={(text) => {
        setTyped(text);
        onChange(parseDecimal(text));
      }}
      onBlur={(event) => {
        const number = typed === null ? undefined : parseDecimal(typed);
        if (number === undefined || !Number.isNaN(number)) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
