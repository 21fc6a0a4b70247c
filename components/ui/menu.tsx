'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { later } from './later';
import { WithLayer } from './layer';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** Goes to a page instead of acting. */
  href?: string;
  onAction?: () => void;
  grave?: boolean;
  disabled?: boolean;
}

export interface MenuContent {
  label: string;
  items: readonly MenuEntry[];
  /** A row of signs below them, each named by its label. */
  signs?: { label: string; items: readonly (MenuEntry & { icon: LucideIcon; chosen?: boolean })[] };
  /** For a menu that chooses one: the id that is in force. */
  selected?: string;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right bottom';
}

const MenuList = later(
  () => import('./menu-list').then((part) => part.MenuList),
  ({ layer }) => layer.near,
);

interface Props extends MenuContent {
  /** The button that opens it; must be a react-aria Button. */
  trigger: ReactNode;
}

/** Actions that do not deserve a button of their own. */
export const Menu = ({ trigger, ...content }: Props) => (
  <WithLayer trigger={trigger} popup="menu">
    {(layer) => <MenuList {...content} layer={layer} />}
  </WithLayer>
);
