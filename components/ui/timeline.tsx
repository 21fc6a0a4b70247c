import type { ReactNode } from 'react';

/** The thread seen from above: what happened, newest first. Holds TimelineItem. */
export const Timeline = ({ children }: { children: ReactNode }) => <ol className="timeline">{children}</ol>;

interface Props {
  /** Printed left of the thread (above it on a phone). */
  when: ReactNode;
  title: ReactNode;
  actor?: string;
  /** Not certain yet. */
  basted?: boolean;
  /** For the house only: ocre ground; give a lock beside the title. */
  internal?: boolean;
  children?: ReactNode;
}

export function TimelineItem({ when, title, actor, basted, internal, children }: Props) {
  return (
    <li className="timeline-item" data-basted={basted || undefined} data-internal={internal || undefined}>
      <span className="timeline-when caption figures">{when}</span>
      <span className="timeline-knot" aria-hidden="true" />
      <div className="timeline-body">
        <p>
          <span className="strong">{title}</span>
          {actor && <span className="text-ink3">, {actor}</span>}
        </p>
        {children && <div className="small mt-1 text-ink2">{children}</div>}
      </div>
    </li>
  );
}

/** A change: the old struck, an arrow, the new. */
export function Diff({ label, from, to }: { label: string; from: ReactNode; to: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-ink2">{label}</span>
      <del className="text-ink3">{from}</del>
      <svg width="16" height="10" viewBox="0 0 16 10" fill="none" stroke="var(--ink3)" aria-hidden="true">
        <path d="M0 5h14M10 1l4 4-4 4" />
      </svg>
      <ins className="strong no-underline">{to}</ins>
    </span>
  );
}
