'use client';

import { type ReactNode, useId } from 'react';
import { FieldErrorContext, LabelContext, Provider, TextContext } from 'react-aria-components';
import { FieldParts, type FieldText } from './field-parts';

/** What react-aria says of a field that it takes for right; which rule a wrong one broke is ours to say. */
const NO_DETAILS = {} as ValidityState;

interface Props extends FieldText {
  /** Of the field that the label stands for. */
  id?: string;
  /** Of the label, where it is no `<label>`: a button is named by it. */
  labelId?: string;
  hideLabel?: boolean;
  /** @param described the ids of what explains the field */
  children: (described: string | undefined) => ReactNode;
}

/** Label, error, warning and help around a field that is not react-aria's, yet. */
export function FieldFrame({ id, labelId, error, help, children, ...text }: Props) {
  const ids = useId();
  const [helpId, errorId] = [`${ids}-help`, `${ids}-error`];
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <Provider
        values={[
          [LabelContext, labelId ? { id: labelId, elementType: 'span' } : { htmlFor: id }],
          [TextContext, { slots: { description: { id: helpId }, errorMessage: { id: errorId } } }],
          [FieldErrorContext, { isInvalid: Boolean(error), validationErrors: [], validationDetails: NO_DETAILS }],
        ]}
      >
        <FieldParts {...text} error={error} help={help}>
          {children([error && errorId, help && helpId].filter(Boolean).join(' ') || undefined)}
        </FieldParts>
      </Provider>
    </div>
  );
}
