interface Props {
  width?: 30 | 46 | 64 | 72;
  /** Sews gently: something is on its way. Still when the person asked for less motion. */
  busy?: boolean;
  className?: string;
}

/** The needle: where we are on the thread, and the house's only loading sign. Always beside words. */
export function Needle({ width = 46, busy = false, className = '' }: Props) {
  return (
    <svg
      viewBox="0 0 46 8"
      width={width}
      height={(width * 8) / 46}
      className={`needle ${busy ? 'needle-busy' : ''} ${className}`.trim()}
      aria-hidden="true"
    >
      <path d="M.8 4C.8 1.6 5 1 10 1.5L46 4 10 6.5C5 7 .8 6.4 .8 4Z" fill="currentColor" />
      <path d="M4 4h7" stroke="var(--needle-eye, var(--paper))" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
