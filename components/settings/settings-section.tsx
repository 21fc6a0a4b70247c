import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  help?: string;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One section of settings, saved by itself. */
export function SettingsSection({ id, title, help, aside, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-24">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id={`${id}-title`} className="h1">
          {title}
        </h2>
        {aside}
      </div>
      {help && <p className="small measure mt-2 text-ink2">{help}</p>}
      <div className="mt-6">{children}</div>
    </section>
  );
}
