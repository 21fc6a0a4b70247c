'use client';

import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import type { ComboProps } from './combo-box';
import { FieldParts } from './field-parts';
import { Icon } from './icon';
import { type Option, OptionRow } from './options';

/** A searched list, from what was typed and where the focus was: react-aria's own, in the place of the field that stood there. */
export function ComboField({ began, ...props }: ComboProps & { began: { text?: string; focused: boolean } }) {
  const { label, aside, help, error, warning, options, value, onChange, placeholder, openLabel, emptyLabel, onSearch } =
    props;
  return (
    <AriaComboBox
      id={props.id}
      name={props.name}
      className="field"
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      {...(onSearch ? { items: options, onInputChange: onSearch } : { defaultItems: options })}
      isInvalid={Boolean(error)}
      isDisabled={props.disabled}
      validationBehavior="aria"
      menuTrigger="focus"
      autoFocus={began.focused}
      defaultInputValue={began.text}
      allowsEmptyCollection
    >
      <FieldParts {...{ label, aside, help, error, warning, hideLabel: props.hideLabel }}>
        <Group className="field-box">
          <Input placeholder={placeholder} data-ring-inside="" />
          <Button className="bare-button" aria-label={openLabel}>
            <Icon of={ChevronDown} size={16} />
          </Button>
        </Group>
      </FieldParts>
      <Popover className="popover w-(--trigger-width)" offset={4}>
        <ListBox<Option>
          className="list-box"
          renderEmptyState={() => <p className="list-row text-ink3">{emptyLabel}</p>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
