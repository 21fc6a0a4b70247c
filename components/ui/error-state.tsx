import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface Props {
  /** What happened, state words in <em>. */
  title: ReactNode;
  /** That nothing is lost, and the reference. */
  children: ReactNode;
  /** « Réessayer » first. */
  actions?: ReactNode;
  level?: 'h1' | 'h2' | 'h3';
}

/** Something failed: what happened, that nothing is lost, and what to do. */
export function ErrorState({ title, children, actions, level: Title = 'h2' }: Props) {
  return (
    <div role="alert" className="max-w-xl">
      <Title className="h1 flex items-baseline gap-3">
        <span className="translate-y-0.5 text-garance">
          <Icon of={CircleAlert} size={24} />
        </span>
        <span>{title}</span>
      </Title>
      <p className="small mt-2 text-ink2">{children}</p>
      {actions && <div className="mt-5 flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
