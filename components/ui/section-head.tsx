import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** At the right, on the same line: a count, a link. */
  aside?: ReactNode;
  level?: 'h2' | 'h3';
  id?: string;
}

/** Opens a section: a thin title on an ink rule. */
export function SectionHead({ title, aside, level: Title = 'h2', id }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 border-b border-ink pb-3">
      <Title id={id} className="h1">
        {title}
      </Title>
      {aside && <div className="small text-ink2">{aside}</div>}
    </div>
  );
}
