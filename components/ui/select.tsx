'use client';

import { ChevronDown } from 'lucide-react';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldParts, type FieldText } from './field-parts';
import { Icon } from './icon';
import { type Option, OptionRow } from './options';

interface Props extends FieldText {
  id?: string;
  name?: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
}

/** One of a list. From eight options on, use ComboBox: it searches. */
export function Select({
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
  ...props
}: Props) {
  return (
    <AriaSelect
      {...props}
      className="field"
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
