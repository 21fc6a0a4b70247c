'use client';

import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Switch as AriaSwitch,
  type CheckboxProps,
  type SwitchProps,
} from 'react-aria-components';
import { Icon } from './icon';

/** A yes or no inside a form. Without children, give it an `aria-label`. */
export function Checkbox({
  children,
  ...props
}: Omit<CheckboxProps, 'className' | 'style' | 'children'> & { children?: ReactNode }) {
  return (
    <AriaCheckbox {...props} className="choice">
      {({ isIndeterminate }) => (
        <>
          <span className="choice-mark">
            <Icon of={isIndeterminate ? Minus : Check} size={14} />
          </span>
          {children && <span>{children}</span>}
        </>
      )}
    </AriaCheckbox>
  );
}

/** A yes or no that takes effect at once. */
export function Switch({
  children,
  ...props
}: Omit<SwitchProps, 'className' | 'style' | 'children'> & { children?: ReactNode }) {
  return (
    <AriaSwitch {...props} className="choice">
      <span className="switch-mark" />
      {children && <span>{children}</span>}
    </AriaSwitch>
  );
}
