import type { ReactNode } from 'react';

/** Full: free now. Half: busy for a while. Hollow: away. */
export type AvailabilityState = 'full' | 'half' | 'hollow';

export function AvailabilityDot({ state, size = 9 }: { state: AvailabilityState; size?: 9 | 12 }) {
  return <span className="availability-dot" data-state={state} style={{ width: size, height: size }} />;
}

/** The dot with its words: a state is never told by the dot alone. */
export function Availability({ state, children }: { state: AvailabilityState; children: ReactNode }) {
  return (
    <span className="availability">
      <AvailabilityDot state={state} />
      <span>{children}</span>
    </span>
  );
}
