'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import { Icon } from './icon';

export interface Option {
  id: string;
  label: string;
  /** Before the label: an avatar, a swatch. */
  visual?: ReactNode;
  disabled?: boolean;
}

/** One row of a list: visual, words, a check when chosen. */
export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.disabled}
      className="list-row"
      data-ring-inside=""
    >
      {option.visual}
      {option.label}
      <span className="list-check">
        <Icon of={Check} size={16} />
      </span>
    </ListBoxItem>
  );
}
