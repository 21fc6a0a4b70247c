'use client';

import { ChevronDown } from 'lucide-react';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldParts } from './field-parts';
import { Icon } from './icon';
import { OptionRow } from './options';
import type { SelectProps } from './select';

/** Where the press or the focus was that called for it. */
interface Began {
  open: boolean;
  focused: boolean;
}

/** A list's button with its list: react-aria's own, in the place of the button that stood there. */
export function SelectField({
  label,
  aside,
  help,
  error,
  warning,
  options,
  value,
  onChange,
  placeholder,
  disabled,
  required,
  id,
  began,
  ...props
}: SelectProps & { began: Began }) {
  return (
    <AriaSelect
      {...props}
      className="field"
      defaultOpen={began.open}
      autoFocus={began.focused}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={Boolean(error)}
      isDisabled={disabled}
      isRequired={required}
      validationBehavior="aria"
      placeholder={placeholder}
      // Pressed before its list has come it opens all the same: else the press would have no answer.
      allowsEmptyCollection
    >
      <FieldParts {...{ label, aside, help, error, warning }}>
        <Button id={id} className="field-box text-left">
          <SelectValue className="min-w-0 flex-1 truncate">
            {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <Icon of={ChevronDown} size={16} />
        </Button>
      </FieldParts>
      <Popover className="popover w-(--trigger-width)" offset={4}>
        <ListBox
          className="list-box"
          items={options}
          renderEmptyState={() => <span className="block px-4 py-2">…</span>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
