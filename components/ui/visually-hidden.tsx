import type { ReactNode } from 'react';

/** Words for those who do not see the screen. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className="sr-only">{children}</span>;
