'use client';

import { Dialog, Popover as AriaPopover } from 'react-aria-components';
import type { Layer } from './layer';
import type { PopoverContent } from './popover';

/** The panel that a popover's button opens. */
export const PopoverPanel = ({
  label,
  width = 420,
  placement = 'bottom end',
  children,
  layer: { open, onOpenChange, triggerRef, id },
}: PopoverContent & { layer: Layer }) => (
  <AriaPopover
    isOpen={open}
    onOpenChange={onOpenChange}
    triggerRef={triggerRef}
    className="popover"
    placement={placement}
    offset={8}
    style={{ width, maxWidth: 'calc(100vw - 24px)' }}
  >
    <Dialog id={id} aria-label={label} className="outline-none">
      {typeof children === 'function' ? children(() => onOpenChange(false)) : children}
    </Dialog>
  </AriaPopover>
);
