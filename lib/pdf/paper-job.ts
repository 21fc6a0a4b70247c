import type { CuttingPaper } from './cutting-paper';
import type { InvoicePaper } from './invoice-paper';
import type { QuotePaper } from './quote-paper';
import type { ReceiptPaper } from './receipt-paper';
import type { StatementPaper } from './statement-paper';
import type { TicketPaper } from './ticket-paper';
import type { WorkPaper } from './work-paper';

/** A paper to be printed: which, and what stands on it. All of it can be handed to another thread. */
export type PaperJob =
  | { kind: 'quote'; props: Parameters<typeof QuotePaper>[0] }
  | { kind: 'receipt'; props: Parameters<typeof ReceiptPaper>[0] }
  | { kind: 'invoice'; props: Parameters<typeof InvoicePaper>[0] }
  | { kind: 'statement'; props: Parameters<typeof StatementPaper>[0] }
  | { kind: 'cutting'; props: Parameters<typeof CuttingPaper>[0] }
  | { kind: 'ticket'; props: Parameters<typeof TicketPaper>[0] }
  // The drawn figure is the printer's own.
  | { kind: 'work'; props: Omit<Parameters<typeof WorkPaper>[0], 'figures'> };
