'use client';

import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon';

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

interface Props {
  /** The button that opens it; must be a react-aria Button. */
  trigger: ReactNode;
  label: string;
  items: readonly MenuEntry[];
  /** A row of signs below them, each named by its label. */
  signs?: { label: string; items: readonly (MenuEntry & { icon: LucideIcon; chosen?: boolean })[] };
  /** For a menu that chooses one: the id that is in force. */
  selected?: string;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right bottom';
}

/** Actions that do not deserve a button of their own. */
export function Menu({ trigger, label, items, signs, selected, placement = 'bottom end' }: Props) {
  const choosing = selected !== undefined;
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover min-w-52" placement={placement} offset={4}>
        <AriaMenu
          aria-label={label}
          className="list-box"
          {...(choosing
            ? { selectionMode: 'single' as const, selectedKeys: [selected], disallowEmptySelection: true }
            : {})}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              href={item.href}
              onAction={item.onAction}
              isDisabled={item.disabled}
              className="list-row"
              data-tone={item.grave ? 'grave' : undefined}
              data-ring-inside=""
            >
              {item.icon && <Icon of={item.icon} size={16} />}
              {item.label}
              {choosing && (
                <span className="list-check">
                  <Icon of={Check} size={16} />
                </span>
              )}
            </MenuItem>
          ))}
          {signs && (
            <MenuSection aria-label={signs.label} className="menu-signs">
              {signs.items.map(({ id, label: name, icon, chosen, onAction }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={name}
                  aria-label={name}
                  onAction={onAction}
                  className="menu-sign"
                  data-chosen={chosen || undefined}
                  data-ring-inside=""
                >
                  <Icon of={icon} size={20} />
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
