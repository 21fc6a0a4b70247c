'use client';

import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';

interface Props {
  /** The button that opens it; must be a react-aria Button. */
  trigger: ReactNode;
  label: string;
  /** Pixels; narrower where the screen is. */
  width?: number;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  placement?: 'bottom start' | 'bottom end' | 'right top';
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small panel beside what opened it. Esc and a press outside close it. */
export function Popover({
  trigger,
  label,
  width = 420,
  open,
  onOpenChange,
  placement = 'bottom end',
  children,
}: Props) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover
        className="popover"
        placement={placement}
        offset={8}
        style={{ width, maxWidth: 'calc(100vw - 24px)' }}
      >
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
