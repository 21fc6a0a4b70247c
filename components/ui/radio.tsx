'use client';

import type { ReactNode } from 'react';
import { Radio as AriaRadio, RadioGroup as AriaRadioGroup, type RadioGroupProps } from 'react-aria-components';
import { FieldParts, type FieldText } from './field-parts';

interface GroupProps extends FieldText, Omit<RadioGroupProps, 'className' | 'style' | 'children'> {
  /** Chips stand in a row, radios and cards in a column. */
  layout?: 'column' | 'row' | 'cards';
  children: ReactNode;
}

const LAYOUT = { column: 'flex flex-col gap-3', row: 'flex flex-wrap gap-2', cards: 'flex flex-col' } as const;

/** One of few, moved by the arrows; `''` is none yet. Holds Radio, ChoiceCard or ChoiceChip. */
export function RadioGroup({
  label,
  aside,
  help,
  error,
  warning,
  layout = 'column',
  children,
  value,
  ...props
}: GroupProps) {
  return (
    <AriaRadioGroup
      {...props}
      value={value === '' ? null : value}
      className="field"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldParts {...{ label, aside, help, error, warning }}>
        <div className={LAYOUT[layout]}>{children}</div>
      </FieldParts>
    </AriaRadioGroup>
  );
}

interface ChoiceProps {
  value: string;
  disabled?: boolean;
  children: ReactNode;
}

export function Radio({ value, disabled, children }: ChoiceProps) {
  return (
    <AriaRadio value={value} isDisabled={disabled} className="choice">
      <span className="choice-mark" data-round="" />
      <span>{children}</span>
    </AriaRadio>
  );
}

/** One of two to four grave choices: a name, one line. */
export function ChoiceCard({
  value,
  disabled,
  title,
  children,
  aside,
}: ChoiceProps & { title: ReactNode; aside?: ReactNode }) {
  return (
    <AriaRadio value={value} isDisabled={disabled} className="choice choice-card">
      <span className="choice-mark" data-round="" />
      <span className="min-w-0 flex-1">
        <span className="strong block">{title}</span>
        <span className="small block text-ink2">{children}</span>
      </span>
      {aside}
    </AriaRadio>
  );
}

/** One of few, outlined. */
export function ChoiceChip({ value, disabled, children }: ChoiceProps) {
  return (
    <AriaRadio value={value} isDisabled={disabled} className="choice-chip">
      {children}
    </AriaRadio>
  );
}
