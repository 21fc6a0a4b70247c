import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type Tone = 'neutral' | 'garance' | 'indigo' | 'ocre' | 'sarcelle';

/** A word on a wash of its dye. The words always say it too; colour alone tells nothing. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}

/** A number that asks for attention; nothing at zero, « 99+ » beyond. `label` says what is counted. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value <= 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{value > 99 ? '99+' : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
