/** The kinds of entries. Each kind has a series of numbers of its own in each year: `R-2026-0012` is the twelfth receipt of 2026. */
export const ENTRY_KINDS = ['invoice', 'depositInvoice', 'creditNote', 'receipt', 'closing', 'paper'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What stands before the year in a number. It is on papers that were given out: a prefix is never changed. */
export const PREFIXES: Readonly<Record<EntryKind, string>> = {
  invoice: 'F',
  depositInvoice: 'FA',
  creditNote: 'AV',
  receipt: 'R',
  closing: 'C',
  paper: 'P',
};

/** Entries that are not of the day they were written: taken over from before there was a ledger, or made for trying the house. */
export const ORIGINS = ['takenOver', 'training'] as const;

/** What a receipt's entry records: money that came, money given back, or the counter-entry of a record that was wrong. */
export const RECEIPT_ACTS = ['payment', 'refund', 'reversal'] as const;
