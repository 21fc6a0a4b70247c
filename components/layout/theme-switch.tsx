'use client';

import { useSyncExternalStore } from 'react';
import { applyTheme, chosenTheme, THEMES, type Theme } from '@/lib/theme/theme';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The theme chosen on this device and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore<Theme>(
    subscribe,
    () => chosenTheme(document.documentElement),
    () => 'system',
  );
  const choose = (next: Theme) => {
    applyTheme(next, document.documentElement, window.localStorage);
    for (const listener of listeners) listener();
  };
  return [theme, choose];
}

interface Props {
  label: string;
  names: Record<Theme, string>;
}

/** Day, night, or as the device does. */
export function ThemeSwitch({ label, names }: Props) {
  const [theme, choose] = useTheme();
  return (
    <span role="group" aria-label={label} className="whitespace-nowrap">
      {THEMES.map((one, index) => (
        <span key={one}>
          {index > 0 && (
            <span aria-hidden="true" className="text-ink3">
              {' / '}
            </span>
          )}
          <button
            type="button"
            aria-pressed={one === theme}
            className={one === theme ? 'switch-word' : 'switch-word text-ink2'}
            onClick={() => choose(one)}
          >
            {names[one]}
          </button>
        </span>
      ))}
    </span>
  );
}
