'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { TextField, type TextFieldProps } from '@/components/ui/text-field';
import type { Locale } from '@/lib/actor';
import { type NumberKind, printNumber, type Reading, readNumber } from '@/lib/numbers';
import { NumberChoices } from './number-choices';
import { useNumberProblem } from './use-number-problem';
import type { Doubt } from './use-sure';

export interface NumberFieldProps extends Omit<
  TextFieldProps,
  'value' | 'defaultValue' | 'onChange' | 'suffix' | 'below' | 'warning' | 'inputRef'
> {
  /** As it was typed; the form keeps the text and reads it with the same kind when it is sent. */
  value: string;
  onChange: (text: string) => void;
  kind: NumberKind;
  /** Reads the text where it is more than a number: « 1 h 30 ». */
  read?: (text: string, locale: Locale, kind: NumberKind) => Reading;
  /** « cm », « € », « % ». */
  unit?: string;
  /** Stands in the box where it is more than the unit: « € le mètre ». */
  beside?: string;
  /** The number as a page prints it, where that is more than its unit after it: « €1,200.00 ». */
  shown?: (value: number) => string;
  /** Says what was understood; by default the number, where it was written in another way. */
  words?: (value: number) => string | undefined;
  /** Said while nothing is written: an empty field is not zero. */
  emptyWords?: string;
  /** The form was sent: what is wrong is shown even while one types, and empty is wrong where a number is needed. */
  checked?: boolean;
  needed?: boolean;
  /** Asks about a number that is read, but far from what is usual here. */
  doubt?: Doubt;
  /** Said instead of how many decimals there may be. */
  finer?: string;
}

/**
 * A number as the person writes it. It shows at once what it understood; what has two readings is asked, what has none is
 * refused with what to write instead, and neither is ever taken for empty.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, kind, read = readNumber, unit, words, emptyWords, checked, needed, error, ...other } = props;
  const { doubt, finer, shown, beside = unit, ...rest } = other;
  const t = useTranslations('form.number');
  const locale = useLocale();
  const id = useId();
  const problemOf = useNumberProblem();
  const [typing, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const reading = read(value, locale, kind);
  const print = (number: number) => printNumber(number, locale, kind.decimals, kind.least);
  const withUnit = shown ?? ((number: number) => (unit ? `${print(number)}\u00a0${unit}` : print(number)));
  const say = (number: number) => words?.(number) ?? withUnit(number);
  // What is still being typed is not judged: « 1 2 » is on its way to « 1 250 ».
  const judged = checked || !typing;
  const asked = judged && reading.state === 'read' ? doubt?.ask(reading.value) : undefined;
  const problem = judged ? (asked ? { ask: asked } : problemOf(reading, kind, { say, withUnit, finer })) : undefined;
  const missing = needed && checked && reading.state === 'empty' ? t('needed') : undefined;
  const refused = error ?? problem?.error ?? missing;

  let understood: string | undefined;
  if (reading.state === 'empty') understood = emptyWords;
  if (reading.state === 'read' && !asked)
    understood =
      words?.(reading.value) ?? (isAsPrinted(value, print(reading.value)) ? undefined : withUnit(reading.value));
  return (
    <div>
      <TextField
        {...rest}
        inputRef={field}
        inputMode="decimal"
        autoComplete="off"
        suffix={beside}
        value={value}
        onChange={onChange}
        error={refused}
        asking={problem?.ask !== undefined}
        aria-describedby={understood || problem?.ask ? id : undefined}
        onFocus={(event) => {
          setTyping(true);
          rest.onFocus?.(event);
        }}
        onBlur={(event) => {
          setTyping(false);
          rest.onBlur?.(event);
        }}
      />
      {understood && !refused && (
        <p id={id} className="field-words">
          {understood}
        </p>
      )}
      {problem && !error && (
        <NumberChoices
          id={id}
          problem={problem}
          kind={kind}
          withUnit={withUnit}
          onChoose={(text) => {
            onChange(text);
            field.current?.focus();
          }}
          onRetake={() => field.current?.select()}
          onSure={asked && reading.state === 'read' ? () => doubt?.onSure(reading.value) : undefined}
        />
      )}
    </div>
  );
}

/** Nothing to say of « 92 » that it does not say itself. */
const isAsPrinted = (typed: string, printed: string): boolean =>
  typed.replace(/\s/g, '').replace(/[.,]0*$/, '') === printed.replace(/\s/g, '');
