'use client';

import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { FieldParts, type FieldText } from './field-parts';
import { Icon } from './icon';
import { type Option, OptionRow } from './options';

interface Props extends FieldText {
  id?: string;
  name?: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Name of the chevron: « Ouvrir la liste ». */
  openLabel: string;
  /** Shown when nothing matches. */
  emptyLabel: string;
  /** When set, the options are searched by the caller and not filtered here. */
  onSearch?: (text: string) => void;
  disabled?: boolean;
  /** Where what stands beside it says the same: the label is read, not shown. */
  hideLabel?: boolean;
}

/** One of many: type to narrow, arrows to choose. */
export function ComboBox(props: Props) {
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
