/**
 * The one table of errors. A code decides the HTTP status; its sentence lives in `lib/i18n/{fr,en}/errors.json`
 * under the same name, so no code lacks a status or a translation (a unit test compares the two).
 */
export const ERRORS = {
  invalid_request: 400,
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale_version: 409,
  other_account: 409,
  too_slow: 408,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_mismatch: 422,
  unknown_code: 422,
  invalid_credentials: 401,
  account_disabled: 401,
  second_key_needed: 401,
  second_key_wrong: 401,
  second_key_required: 403,
  wrong_password: 422,
  weak_password: 422,
  password_unweighed: 503,
  token_invalid: 422,
  last_owner: 422,
  name_reserved: 422,
  email_taken: 409,
  couturier_unavailable: 422,
  client_message_id_reused: 422,
  intent_not_allowed: 422,
  attachment_mismatch: 422,
  message_empty: 422,
  message_settled: 422,
  transition_not_allowed: 422,
  skip_note_required: 422,
  back_note_required: 422,
  undo_too_late: 422,
  action_not_allowed: 422,
  order_on_hold: 422,
  client_required: 422,
  order_locked: 422,
  order_not_editable: 422,
  quote_not_open: 422,
  quote_expired: 422,
  quote_over_already: 422,
  promise_untenable: 422,
  paid_ahead: 422,
  agreement_way_required: 422,
  agreement_day: 422,
  agreement_denied: 422,
  paper_kept: 422,
  change_request_not_open: 422,
  change_request_open: 422,
  too_many_open: 422,
  too_far_ahead: 422,
  appointment_day: 422,
  cutting_approval_required: 422,
  cutting_approval_settled: 422,
  cutting_approval_outdated: 422,
  picture_required: 422,
  balance_due: 422,
  payment_reversed: 422,
  refund_too_high: 422,
  refund_remains: 422,
  total_negative: 422,
  tax_unsaid: 422,
  buyer_address_missing: 422,
  invoice_nothing: 422,
  invoice_vat: 422,
  exemption_needed: 422,
  invoice_standing: 422,
  invoice_over: 422,
  invoice_under_deposits: 422,
  credit_settled: 422,
  credit_taken_up: 422,
  credit_whole_only: 422,
  credit_over: 422,
  closing_ahead: 422,
  closing_done: 409,
  closing_empty: 422,
  closing_opening: 422,
  closing_word: 422,
  ledger_unreadable: 409,
  fec_country: 422,
  currency_mismatch: 422,
  currency_in_use: 422,
  measurement_warnings: 422,
  csv_unreadable: 422,
  csv_empty: 422,
  csv_no_name: 422,
  csv_too_many: 422,
  open_orders: 422,
  party_full: 422,
  order_in_party: 409,
  transfer_same: 422,
  merge_same_file: 422,
  merge_two_accounts: 422,
  merge_elsewhere: 409,
  slot_taken: 409,
  client_busy: 409,
  fitting_sheet_exists: 409,
  fitting_not_possible: 422,
  outside_opening_hours: 422,
  couturier_not_there: 422,
  absence_overlaps: 422,
  absence_day: 422,
  too_many_absences: 422,
  cover_not_there: 422,
  week_day: 422,
  appointment_settled: 422,
  slug_taken: 409,
  image_required: 422,
  file_type_refused: 415,
  file_broken: 415,
  file_too_large: 413,
  range_not_satisfiable: 416,
  picture_too_large: 413,
  picture_moves_too_much: 413,
  video_too_long: 413,
  file_infected: 422,
  file_quarantined: 410,
  file_unscanned: 503,
  rate_limited: 429,
  internal: 500,
  house_not_open: 503,
  unavailable: 503,
} as const;

/** Every code the house answers with. */
export type ErrorCode = keyof typeof ERRORS;

/** One field that is wrong: `path` in dotted form (`lines.0.label`), `code` for machines, `message` for people. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

export interface AppErrorOptions {
  /** Words for the log, never shown. */
  cause?: unknown;
  /** Extra members of the problem document, e.g. `current` on a stale version or `warnings`. */
  extra?: Record<string, unknown>;
  errors?: FieldError[];
  /** Values for the placeholders of the sentence. */
  values?: Record<string, string | number>;
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
  /** The methods that are taken instead, sent as Allow. */
  allow?: readonly string[];
}

/** An expected refusal. Anything else that is thrown is a defect: logged, and answered as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly options: AppErrorOptions;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = ERRORS[code];
    this.options = options;
  }
}

/** Not there, or not yours: the caller cannot tell the difference. */
export const notFound = (): AppError => new AppError('not_found');
