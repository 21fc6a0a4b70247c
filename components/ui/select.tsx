'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { FieldFrame } from './field-frame';
import type { FieldText } from './field-parts';
import { Icon } from './icon';
import { part } from './later';
import type { Option } from './options';

export interface SelectProps extends FieldText {
  id?: string;
  name?: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
}

const useSelectField = part(() => import('./select-field').then((loaded) => loaded.SelectField));

/**
 * One of a list. From eight options on, use ComboBox: it searches. What it looks like is there at once; the list, 30 kB, comes when
 * the pointer or the focus does, and takes its place under them.
 */
export function Select(props: SelectProps) {
  const [near, setNear] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [began, setBegan] = useState({ open: false, focused: false });
  const Field = useSelectField(near);
  // A press that has begun here ends here.
  if (Field && !pressed) return <Field {...props} began={began} />;
  const come = (what: Partial<typeof began>) => {
    setNear(true);
    setBegan((before) => ({ ...before, ...what }));
  };
  return (
    <Closed
      {...props}
      onNear={() => come({})}
      onFocusChange={(focused) => come({ focused })}
      onPressChange={setPressed}
      onOpen={() => come({ open: true })}
    />
  );
}

interface ClosedProps extends SelectProps {
  onNear: () => void;
  onFocusChange: (focused: boolean) => void;
  onPressChange: (pressed: boolean) => void;
  onOpen: () => void;
}

/** The field as it stands, before anybody comes near. */
function Closed({ label, aside, help, error, warning, options, value, placeholder, disabled, id, ...on }: ClosedProps) {
  const ids = useId();
  const [labelId, valueId] = [`${ids}-label`, `${ids}-value`];
  const chosen = options.find((option) => option.id === value);
  return (
    <FieldFrame {...{ labelId, label, aside, help, error, warning }}>
      {(described) => (
        <Button
          id={id}
          className="field-box text-left"
          isDisabled={disabled}
          aria-haspopup="listbox"
          aria-expanded={false}
          aria-labelledby={`${valueId} ${labelId}`}
          aria-describedby={described}
          onHoverStart={on.onNear}
          onFocusChange={on.onFocusChange}
          onPressChange={on.onPressChange}
          onPress={on.onOpen}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') on.onOpen();
            else event.continuePropagation();
          }}
        >
          <span id={valueId} className="min-w-0 flex-1 truncate" data-placeholder={chosen ? undefined : true}>
            {chosen?.label ?? placeholder}
          </span>
          <Icon of={ChevronDown} size={16} />
        </Button>
      )}
    </FieldFrame>
  );
}
