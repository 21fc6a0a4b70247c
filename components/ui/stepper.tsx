'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Group, Input, NumberField } from 'react-aria-components';
import { Icon } from './icon';

interface Props {
  /** What is counted; said, not shown. */
  label: string;
  value: number;
  onChange: (value: number) => void;
  max?: number;
}

/** How many of something: typed, by the arrows of the keyboard, or one by one. */
export function Stepper({ label, value, onChange, max = 9_999 }: Props) {
  const t = useTranslations('common');
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={0}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      onChange={(next) => onChange(Number.isNaN(next) ? 0 : next)}
    >
      <Group className="stepper">
        <Button slot="decrement" aria-label={t('fewer', { what: label })}>
          <Icon of={Minus} size={16} />
        </Button>
        <Input className="stepper-input" />
        <Button slot="increment" aria-label={t('oneMore', { what: label })}>
          <Icon of={Plus} size={16} />
        </Button>
      </Group>
    </NumberField>
  );
}
