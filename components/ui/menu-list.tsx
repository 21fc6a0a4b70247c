'use client';

import { Check } from 'lucide-react';
import { Menu as AriaMenu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { Icon } from './icon';
import type { Layer } from './layer';
import type { MenuContent } from './menu';

/** The list that a menu's button opens. */
export function MenuList({
  label,
  items,
  signs,
  selected,
  placement = 'bottom end',
  layer: { open, onOpenChange, triggerRef, id, focus },
}: MenuContent & { layer: Layer }) {
  const choosing = selected !== undefined;
  return (
    <Popover
      isOpen={open}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
      trigger="MenuTrigger"
      aria-label={label}
      className="popover min-w-52"
      placement={placement}
      offset={4}
    >
      <AriaMenu
        id={id}
        aria-label={label}
        autoFocus={focus}
        onClose={() => onOpenChange(false)}
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
            {signs.items.map(({ id: sign, label: name, icon, chosen, onAction }) => (
              <MenuItem
                key={sign}
                id={sign}
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
  );
}
