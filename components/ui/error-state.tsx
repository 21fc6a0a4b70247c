import type { ReactNode } from 'react';

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
          {/* CircleAlert, drawn here: every page brings this one, and is not to bring the icons' machinery with it. */}
          <svg
            width="24"
            height="24"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.2"
            aria-hidden="true"
          >
            <circle cx="12" cy="12" r="10" />
            <path strokeLinecap="round" d="M12 8v4m0 4h.01" />
          </svg>
        </span>
        <span>{title}</span>
      </Title>
      <p className="small mt-2 text-ink2">{children}</p>
      {actions && <div className="mt-5 flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
