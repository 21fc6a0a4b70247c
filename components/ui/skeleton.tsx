'use client';

import { useEffect, useState } from 'react';
import { Needle } from './needle';

const PATIENCE_MS = 1000;

interface Props {
  /** Said to readers at once, and shown with the needle after a second: « La commande arrive ». */
  label: string;
  rows?: number;
  /** A plate at the left of each row. */
  plate?: boolean;
}

/** The room is kept while something comes; no shimmer. After a second the needle says that it is on its way. */
export function SkeletonRows({ label, rows = 3, plate = false }: Props) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="flex flex-col gap-5">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex gap-4">
            {plate && <span className="skeleton h-28 w-21 shrink-0" />}
            <span className="flex flex-1 flex-col gap-3 pt-1">
              <span className="skeleton h-5 w-1/2" />
              <span className="skeleton h-3.5 w-4/5" />
              <span className="skeleton h-3.5 w-1/3" />
            </span>
          </div>
        ))}
        <span className={`flex items-center gap-3 ${late ? '' : 'invisible'}`}>
          <Needle width={64} busy />
          <span className="small text-ink2">{label}</span>
        </span>
      </div>
    </div>
  );
}
