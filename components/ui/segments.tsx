'use client';

import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface Props {
  label: string;
  items: readonly { id: string; label: ReactNode }[];
  value: string;
  onChange: (id: string) => void;
}

/** Two or three ways to look at the same things, joined. */
export function Segments({ label, items, value, onChange }: Props) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [id] = keys;
        if (id !== undefined) onChange(String(id));
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className="segment">
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
