'use client';

import type { ReactNode } from 'react';
import { later } from './later';
import { WithLayer } from './layer';

export interface PopoverContent {
  label: string;
  /** Pixels; narrower where the screen is. */
  width?: number;
  placement?: 'bottom start' | 'bottom end' | 'right top';
  children: ReactNode | ((close: () => void) => ReactNode);
}

const PopoverPanel = later(
  () => import('./popover-panel').then((part) => part.PopoverPanel),
  ({ layer }) => layer.near,
);

interface Props extends PopoverContent {
  /** The button that opens it; must be a react-aria Button. */
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small panel beside what opened it. Esc and a press outside close it. */
export const Popover = ({ trigger, open, onOpenChange, ...content }: Props) => (
  <WithLayer trigger={trigger} popup="dialog" open={open} onOpenChange={onOpenChange}>
    {(layer) => <PopoverPanel {...content} layer={layer} />}
  </WithLayer>
);
