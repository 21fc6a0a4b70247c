import type { ComponentProps } from 'react';
import type { CuttingPaper } from './cutting-paper';
import type { QuotePaper } from './quote-paper';
import type { ReceiptPaper } from './receipt-paper';
import type { WorkPaper } from './work-paper';

/** A paper to be printed: which, and what stands on it. All of it can be handed to another thread. */
export type PaperJob =
  | { kind: 'quote'; props: ComponentProps<typeof QuotePaper> }
  | { kind: 'receipt'; props: ComponentProps<typeof ReceiptPaper> }
  | { kind: 'cutting'; props: ComponentProps<typeof CuttingPaper> }
  // The drawn figure is the printer's own.
  | { kind: 'work'; props: Omit<ComponentProps<typeof WorkPaper>, 'figures'> };
