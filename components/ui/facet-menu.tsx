'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';

interface Props {
  label: string;
  /** « Toutes »: nothing chosen. */
  any: string;
  options: readonly { id: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One facet of the filter line: prints what is chosen in a firmer weight. */
export function FacetMenu({ label, any, options, value, onChange }: Props) {
  const chosen = options.find(({ id }) => id === value);
  return (
    <Menu
      label={label}
      placement="bottom start"
      selected={value || 'any'}
      items={[
        { id: 'any', label: any, onAction: () => onChange('') },
        ...options.map((option) => ({ ...option, onAction: () => onChange(option.id) })),
      ]}
      trigger={
        <Button variant="quiet" size="small" className="-mx-3.5">
          <span className="font-[400] text-ink2">{label}</span>
          <span className="font-[560]">{chosen?.label ?? any}</span>
          <Icon of={ChevronDown} size={16} />
        </Button>
      }
    />
  );
}
