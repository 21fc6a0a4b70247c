'use client';

import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { buttonLook, type ButtonLook } from './button-look';
import { Needle } from './needle';

export interface ButtonProps extends ButtonLook, Omit<AriaProps, 'className' | 'style' | 'children' | 'isPending'> {
  children: ReactNode;
  className?: string;
  /** On its way: the needle and these words take the place of the label, the width stays, presses are ignored. */
  busy?: boolean;
  busyLabel?: string;
}

/**
 * A gesture. Defaults to secondary: there is one primary per view. Being busy is kept here: react-aria's own pending state leaves
 * a picture without a name in its live region when the button goes away with its dialog.
 */
export function Button({
  variant,
  size,
  wide,
  icon,
  className,
  busy = false,
  busyLabel,
  type,
  onPress,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...buttonLook({ variant, size, wide, icon }, className)}
      // A busy form is not sent twice, by the button or by Enter in a field.
      type={busy && type === 'submit' ? 'button' : type}
      onPress={busy ? undefined : onPress}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
    >
      <span className="button-content">{children}</span>
      {busy && (
        <span className="button-busy">
          <Needle width={busyLabel ? 46 : 30} busy />
          {busyLabel}
        </span>
      )}
    </AriaButton>
  );
}

/** A square of 44 (36) with an icon only; `label` is its name. */
export function IconButton({
  label,
  size = 'medium',
  className = '',
  children,
  ...props
}: Omit<AriaProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  label: string;
  size?: 'small' | 'medium';
  className?: string;
  children: ReactNode;
}) {
  return (
    <AriaButton {...props} aria-label={label} data-size={size} className={`icon-button ${className}`.trim()}>
      {children}
    </AriaButton>
  );
}

/** A button that reads like a text link. */
export function LinkLikeButton({
  className = '',
  ...props
}: Omit<AriaProps, 'className' | 'style'> & { className?: string }) {
  return <AriaButton {...props} className={`link ${className}`.trim()} />;
}
