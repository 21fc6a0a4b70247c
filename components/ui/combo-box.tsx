'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { FieldFrame } from './field-frame';
import type { FieldText } from './field-parts';
import { Icon } from './icon';
import { part } from './later';
import type { Option } from './options';

export interface ComboProps extends FieldText {
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

const useComboField = part(() => import('./combo-field').then((loaded) => loaded.ComboField));

/** One of many: type to narrow, arrows to choose. The list comes as that of a Select does; what was typed meanwhile stays. */
export function ComboBox(props: ComboProps) {
  const { label, aside, help, error, warning, options, value, placeholder, openLabel, onSearch, disabled } = props;
  const own = useId();
  const id = props.id ?? own;
  const [near, setNear] = useState(false);
  const [focused, setFocused] = useState(false);
  const [text, setText] = useState<string>();
  // Letters that an input method still holds would be lost with their field.
  const [composing, setComposing] = useState(false);
  const Field = useComboField(near);
  if (Field && !composing) return <Field {...props} began={{ text, focused }} />;
  return (
    <FieldFrame {...{ id, label, aside, help, error, warning, hideLabel: props.hideLabel }}>
      {(described) => (
        <div className="field-box">
          <input
            id={id}
            name={props.name}
            role="combobox"
            aria-expanded={false}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
            autoComplete="off"
            data-ring-inside=""
            placeholder={placeholder}
            disabled={disabled}
            value={text ?? options.find((option) => option.id === value)?.label ?? ''}
            onPointerEnter={() => setNear(true)}
            onFocus={() => {
              setNear(true);
              setFocused(true);
            }}
            onBlur={() => setFocused(false)}
            onChange={({ target }) => {
              setText(target.value);
              onSearch?.(target.value);
            }}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
          />
          <button
            type="button"
            tabIndex={-1}
            className="bare-button"
            aria-label={`${openLabel} ${label}`}
            disabled={disabled}
            onClick={() => document.getElementById(id)?.focus()}
          >
            <Icon of={ChevronDown} size={16} />
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
