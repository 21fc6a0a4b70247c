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

/** The kinds that move money or ask for it: every entry of them is in one closing of a day. A paper only shows what others say. */
export const CLOSED_KINDS = [
  'invoice',
  'depositInvoice',
  'creditNote',
  'receipt',
] as const satisfies readonly EntryKind[];
export type ClosedKind = (typeof CLOSED_KINDS)[number];

/** What is closed. */
export const SPANS = ['day', 'month', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** What an invoice's entry is: of a deposit, of the whole, or what counters one of them. */
export const INVOICE_ACTS = ['deposit', 'invoice', 'credit'] as const;
export type InvoiceAct = (typeof INVOICE_ACTS)[number];
/** In which series each is numbered. */
export const INVOICE_KINDS = {
  deposit: 'depositInvoice',
  invoice: 'invoice',
  credit: 'creditNote',
} as const satisfies Record<InvoiceAct, EntryKind>;

/** What a line of an invoice is: things, work, or both in one price. */
export const LINE_NATURES = ['goods', 'service', 'mixed'] as const;
export type LineNature = (typeof LINE_NATURES)[number];

/** Entries that are not of the day they were written: taken over from before there was a ledger, or made for trying the house. */
export const ORIGINS = ['takenOver', 'training'] as const;

/** What a receipt's entry records: money that came, money given back, or the counter-entry of a record that was wrong. */
export const RECEIPT_ACTS = ['payment', 'refund', 'reversal'] as const;

/** What can be wrong with a ledger. Each has its sentence in the texts of the commands. */
export const FLAWS = [
  /** Not an entry: a field too many, one too few, or one that cannot be. */
  'unreadable',
  /** Its content is not what was sealed. */
  'changed',
  /** Its number is not that of its kind, year and place. */
  'renumbered',
  /** It stands in another year than the day it was written on. */
  'wrongYear',
  /** One number, two entries. */
  'doubled',
  /** Numbers before it are missing. */
  'missing',
  /** It was not sealed onto the entry before it. */
  'unchained',
  /** It is dated before the entry before it. */
  'datedBack',
  /** The series ends before the end that was noted. */
  'cutOff',
  /** The series goes on after the end that was noted. */
  'beyondEnd',
  /** The last entry is not the one that was noted as the last. */
  'otherEnd',
  /** The end of a series was not noted, or is no end of one. */
  'endUnknown',
  /** What it refers to is not there before it. */
  'refersToNothing',
  /** A counter-entry of another sum or currency than what it counters, or of something that was countered. */
  'counterDiffers',
  /** A payment of an order was not entered. */
  'paymentUnentered',
  /** A payment of an order is not what was entered. */
  'paymentDiffers',
  /** Entered, and no order knows of it. */
  'paymentUnknown',
  /** Its sums are not those of its lines, its rates or what it takes up. */
  'sumsWrong',
  /** A credit note of more than what is left of its invoice, or of something that is none. */
  'creditedTooMuch',
  /** A deposit invoice that two invoices take up, or taken up for more than what stands of it. */
  'takenUpWrong',
  /** Two invoices of one order stand. */
  'invoicedTwice',
  /** An order tells of an invoice that was not entered. */
  'invoiceUnentered',
  /** An order tells of an invoice otherwise than it was entered. */
  'invoiceDiffers',
  /** Entered, and no order knows of it. */
  'invoiceUnknown',
  /** The paper of something that is not there, or a second paper of one thing. */
  'paperOfNothing',
  /** A paper was entered, and its bytes are gone. */
  'paperGone',
  /** The bytes of a paper are not those that were sealed. */
  'paperDiffers',
  /** Bytes of a paper that was never entered. */
  'paperUnknown',
  /** A period that was closed already, or before one that was, or no period at all. */
  'closedTwice',
  /** What it covers is not what came after the closing before it and until its end. */
  'coversWrong',
  /** Its totals are not those of what it covers. */
  'totalsWrong',
  /** Its perpetual totals are not those of the closing before it and its own together. */
  'perpetualWrong',
  /** The days of a month or the months of a year are not all there, or not its own. */
  'partsWrong',
  /** Its till does not begin where the one before ended, or its sums do not add up. */
  'cashWrong',
  /** An earlier export has it, and it is gone. */
  'goneSince',
  /** An earlier export has it otherwise. */
  'otherSince',
] as const;
export type Flaw = (typeof FLAWS)[number];
