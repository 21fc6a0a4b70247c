/** Every word an order is described in: each list stands here once, with its texts under the same codes in `lib/i18n`. */

export const ORDER_ACTIONS = [
  'edit',
  'schedule',
  'transfer',
  'acceptQuote',
  'declineQuote',
  'requestChange',
  'answerChange',
  'confirmChange',
  'withdrawChange',
  'signApproval',
  'keepPaper',
  'denyAgreement',
  'createApproval',
  'sendQuote',
  'recordPayment',
  'reversePayment',
  'hold',
  'resume',
  'remark',
  'reportDefect',
  'answerDefect',
  'openRetouche',
  'note',
  'bookPickup',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** What a line of a quote is counted in. */
export const UNITS = ['piece', 'metre', 'hour'] as const;
export const PAYMENT_KINDS = ['deposit', 'balance', 'refund'] as const;
export const PAYMENT_METHODS = ['cash', 'transfer', 'card', 'mobileMoney'] as const;
export const QUOTE_STATUSES = ['open', 'accepted', 'declined', 'superseded'] as const;
/** A sheet waits until both have signed; only the newest counts. */
export const APPROVAL_STATUSES = ['awaiting', 'signed', 'superseded'] as const;
export const CHANGE_STATUSES = ['open', 'answered', 'applied', 'refused', 'withdrawn'] as const;
export const CHANGE_DECISIONS = ['accept', 'refuse', 'counter'] as const;
/** The two who sign: the house and the client. */
export const SIDES = ['house', 'client'] as const;
/** How a client's agreement reached the house that writes it down: a call, a visit, a written message, a signed paper. */
export const AGREEMENT_WAYS = ['phone', 'visit', 'message', 'paper'] as const;
/** What the house can note an agreement to. */
export const AGREED = ['quote', 'approval'] as const;
/** Which open tasks go along with a new promised day. */
export const TASKS_MOVED = ['all', 'fromToday', 'none'] as const;
export type TasksMoved = (typeof TASKS_MOVED)[number];
/** Who reads an event: both, or the atelier alone. */
export const VISIBILITIES = ['client', 'staff'] as const;
/** What of an order the conversation shows as a card. */
export const PAPER_KINDS = ['quote', 'change', 'approval'] as const;
export const EVENT_TYPES = [
  'created',
  'edited',
  'stageMoved',
  'moveUndone',
  'held',
  'resumed',
  'transferred',
  'scheduled',
  'promisedAnyway',
  'quoteSent',
  'quoteAccepted',
  'quoteDeclined',
  'paymentRecorded',
  'paymentReversed',
  'invoiceIssued',
  'invoiceCredited',
  'changeRequested',
  'changeAnswered',
  'changeApplied',
  'changeWithdrawn',
  'approvalCreated',
  'approvalSigned',
  'paperKept',
  'agreementDenied',
  'measurementsFrozen',
  'fitted',
  'remark',
  'defect',
  'defectAnswered',
  'retoucheOpened',
  'note',
] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];
export type OrderEventType = (typeof EVENT_TYPES)[number];
export type Unit = (typeof UNITS)[number];
export type Side = (typeof SIDES)[number];
export type Agreed = (typeof AGREED)[number];
export type AgreementWay = (typeof AGREEMENT_WAYS)[number];
