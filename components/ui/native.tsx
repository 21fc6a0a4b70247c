import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonLook } from './button-look';
import { Icon } from './icon';

/** Plain elements in the house's dress, for pages that are rendered on the server and carry little JavaScript. */

export function NativeButton({
  variant,
  size,
  wide,
  icon,
  className,
  type = 'button',
  ...props
}: ButtonLook & ComponentProps<'button'>) {
  return <button type={type} {...props} {...buttonLook({ variant, size, wide, icon }, className)} />;
}

export interface FieldFrame {
  id: string;
  label: string;
  /** At the right of the label: « facultatif », a link. */
  aside?: ReactNode;
  help?: ReactNode;
  /** A sentence that says what to do. */
  error?: string;
}

const described = ({ id, help, error }: FieldFrame) =>
  [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;

function Frame({ id, label, aside, help, error, children }: FieldFrame & { children: ReactNode }) {
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <div className="field-head">
        <label htmlFor={id} className="field-label">
          {label}
        </label>
        {aside}
      </div>
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon of={CircleAlert} size={16} />
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
    </div>
  );
}

export function NativeField({ id, label, aside, help, error, ...props }: FieldFrame & ComponentProps<'input'>) {
  return (
    <Frame {...{ id, label, aside, help, error }}>
      <input
        {...props}
        id={id}
        className="field-box"
        aria-invalid={error ? true : undefined}
        aria-describedby={described({ id, label, help, error })}
      />
    </Frame>
  );
}

export function NativeSelect({
  id,
  label,
  aside,
  help,
  error,
  children,
  ...props
}: FieldFrame & ComponentProps<'select'>) {
  return (
    <Frame {...{ id, label, aside, help, error }}>
      <select
        {...props}
        id={id}
        className="field-box select-native"
        aria-invalid={error ? true : undefined}
        aria-describedby={described({ id, label, help, error })}
      >
        {children}
      </select>
    </Frame>
  );
}

export function NativeCheckbox({ children, ...props }: ComponentProps<'input'>) {
  return (
    <label className="choice">
      <input {...props} type="checkbox" />
      <span className="choice-mark" aria-hidden="true">
        <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.4">
          <path d="m2 6.4 2.7 2.8L10 3.2" />
        </svg>
      </span>
      <span>{children}</span>
    </label>
  );
}
