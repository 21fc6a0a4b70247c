'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from './icon';

export interface FieldText {
  label: string;
  /** At the right of the label: « facultatif », a link. */
  aside?: ReactNode;
  help?: ReactNode;
  /** A sentence that says what to do; the field turns garance. */
  error?: string;
  /** To confirm, not refused: the field turns ocre. Ignored while there is an error. */
  warning?: ReactNode;
}

/** Label above, error or warning and help below; react-aria ties them to the field. */
export function FieldParts({
  label,
  aside,
  help,
  error,
  warning,
  hideLabel,
  children,
}: FieldText & { hideLabel?: boolean; children: ReactNode }) {
  return (
    <>
      <div className={hideLabel ? 'sr-only' : 'field-head'}>
        <Label className="field-label">{label}</Label>
        {aside}
      </div>
      {children}
      {error && (
        <FieldError className="field-error">
          <Icon of={CircleAlert} size={16} />
          <span>{error}</span>
        </FieldError>
      )}
      {!error && warning && (
        <div className="field-error field-warning" role="status">
          <Icon of={TriangleAlert} size={16} />
          <span>{warning}</span>
        </div>
      )}
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
    </>
  );
}
