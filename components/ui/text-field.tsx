'use client';

import { type ReactNode, type Ref, type RefObject, useImperativeHandle, useRef } from 'react';
import {
  Group,
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components';
import { FieldParts, type FieldText } from './field-parts';
import { useTypedEarly } from './use-typed-early';

type Base = FieldText & Omit<AriaProps, 'className' | 'style' | 'children'>;

export interface TextFieldProps extends Base {
  placeholder?: string;
  /** A question about it stands below: the field turns ocre. */
  asking?: boolean;
  /** Inside the box, right: a unit, an icon, a button. */
  suffix?: ReactNode;
  prefix?: ReactNode;
  /** Right under the box, before any error: a measure of what is typed. */
  below?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

/** The element of a field, for the caller's own ref too; what was typed before the scripts came is kept. */
function useField<T extends HTMLInputElement | HTMLTextAreaElement>(
  ref: Ref<T> | undefined,
  { value, defaultValue, onChange }: Pick<AriaProps, 'value' | 'defaultValue' | 'onChange'>,
): RefObject<T | null> {
  const field = useRef<T>(null);
  useImperativeHandle(ref, () => field.current as T, []);
  useTypedEarly(field, value ?? defaultValue, onChange);
  return field;
}

/** One line of text. `name` is also the id the errors summary points to, through `id`. */
export function TextField({
  label,
  aside,
  help,
  error,
  warning,
  placeholder,
  suffix,
  prefix,
  below,
  asking,
  inputRef,
  ...props
}: TextFieldProps) {
  const field = useField(inputRef, props);
  return (
    <AriaTextField
      {...props}
      className="field"
      isInvalid={Boolean(error)}
      data-warning={(!error && (asking || warning) && true) || undefined}
      validationBehavior="aria"
    >
      <FieldParts {...{ label, aside, help, error, warning }}>
        <Group className="field-box">
          {prefix}
          <Input ref={field} placeholder={placeholder} data-ring-inside="" />
          {suffix && <span className="field-unit">{suffix}</span>}
        </Group>
        {below}
      </FieldParts>
    </AriaTextField>
  );
}

export interface TextAreaProps extends Base {
  placeholder?: string;
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea({
  label,
  aside,
  help,
  error,
  warning,
  placeholder,
  rows = 4,
  inputRef,
  ...props
}: TextAreaProps) {
  const field = useField(inputRef, props);
  return (
    <AriaTextField {...props} className="field" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldParts {...{ label, aside, help, error, warning }}>
        <AriaTextArea ref={field} className="field-box" placeholder={placeholder} rows={rows} />
      </FieldParts>
    </AriaTextField>
  );
}
