import type { ReactNode } from 'react';

/** The sentence a door opens with, and a line below it. */
export function DoorHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <>
      <h1 className="door-title">{title}</h1>
      {children && <p className="small mt-5 mb-8 text-ink2">{children}</p>}
    </>
  );
}
