import type { ReactNode } from 'react';

/** A figure: its word above, the number in serif, a comparison in words below. */
export function Stat({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <p className="caption">{label}</p>
      <p className="figure">{value}</p>
      {children && <p className="smaller mt-1 text-ink2">{children}</p>}
    </div>
  );
}
