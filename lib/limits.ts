import type { RateRule } from './rate-limit';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often one may do a thing: every limit that is counted in the database, in one table. */
export const LIMITS = {
  // What guesses, each counted per address (one machine trying many accounts) and per account (many machines trying one). Only refused
  // sign-ins stay counted: an honest one gives its point back. Wrong passwords for one account are counted per address, with a higher
  // bound for all addresses together, and apart for a device that has been in before: whoever knows an address cannot keep its owner out.
  signInAddress: { name: 'signIn:address', points: 30, seconds: 15 * MINUTE },
  signInAccount: { name: 'signIn:account', points: 10, seconds: 15 * MINUTE },
  signInEverywhere: { name: 'signIn:everywhere', points: 100, seconds: 15 * MINUTE },
  signInDevice: { name: 'signIn:device', points: 10, seconds: 15 * MINUTE },
  signUpAddress: { name: 'signUp:address', points: 40, seconds: HOUR },
  signUpAccount: { name: 'signUp:account', points: 5, seconds: HOUR },
  resetAddress: { name: 'reset:address', points: 20, seconds: HOUR },
  resetAccount: { name: 'reset:account', points: 5, seconds: HOUR },
  resetUse: { name: 'resetUse:address', points: 20, seconds: HOUR },
  addressProof: { name: 'addressProof:actor', points: 5, seconds: HOUR },
  addressProofUse: { name: 'addressProofUse:actor', points: 20, seconds: HOUR },
  invite: { name: 'invite:actor', points: 60, seconds: HOUR },
  beginHouse: { name: 'beginHouse:address', points: 20, seconds: HOUR },
  beginLook: { name: 'beginLook:address', points: 60, seconds: HOUR },
  invitationUse: { name: 'invitationUse:address', points: 20, seconds: HOUR },
  mailStop: { name: 'mailStop:address', points: 120, seconds: HOUR },
  secondKeyApp: { name: 'secondKey:app', points: 10, seconds: 15 * MINUTE },
  secondKeyConfirm: { name: 'secondKey:confirm', points: 10, seconds: 15 * MINUTE },
  secondKeyPasskey: { name: 'secondKey:passkey', points: 10, seconds: 15 * MINUTE },
  secondKeyAdd: { name: 'secondKey:add', points: 10, seconds: 15 * MINUTE },
  secondKeyCodes: { name: 'secondKey:codes', points: 10, seconds: 15 * MINUTE },
  secondKeyRemove: { name: 'secondKey:remove', points: 10, seconds: 15 * MINUTE },
  passwordChange: { name: 'password:actor', points: 10, seconds: 15 * MINUTE },

  // What one person makes that others must read or that takes somebody's time. Far above what anybody does by hand; a script meets them
  // within seconds.
  remark: { name: 'make:remark', points: 20, seconds: 10 * MINUTE },
  changeRequest: { name: 'make:changeRequest', points: 10, seconds: HOUR },
  measurements: { name: 'make:measurements', points: 12, seconds: HOUR },
  appointment: { name: 'make:appointment', points: 20, seconds: HOUR },
  order: { name: 'orders', points: 60, seconds: HOUR },
  partyMember: { name: 'make:partyMember', points: 240, seconds: HOUR },
  conversation: { name: 'start-conversation', points: 60, seconds: MINUTE },
  message: { name: 'send-message', points: 600, seconds: MINUTE },
  amendment: { name: 'amend-message', points: 120, seconds: MINUTE },
  upload: { name: 'uploads', points: 120, seconds: 10 * MINUTE },

  // What costs the house work.
  promise: { name: 'promise:address', points: 240, seconds: MINUTE },
  backup: { name: 'backup:actor', points: 12, seconds: HOUR },
  importClients: { name: 'import:actor', points: 60, seconds: HOUR },
  paper: { name: 'paper:actor', points: 60, seconds: 10 * MINUTE },
  ledgerVerification: { name: 'ledger:verify', points: 30, seconds: 10 * MINUTE },
  ledgerExport: { name: 'ledger:export', points: 12, seconds: HOUR },
  exportOwnData: { name: 'export:actor', points: 10, seconds: HOUR },
  realtimeTicket: { name: 'realtime-ticket', points: 60, seconds: MINUTE },
} as const satisfies Record<string, RateRule>;

/** What one client may have waiting for an answer: change requests of one order, and hours proposed. */
export const MOST_OPEN_REQUESTS = 3;
export const MOST_OPEN_PROPOSALS = 5;
/** Of these, with a couturier who has made nothing for them yet. */
export const MOST_OPEN_FIRST_MEETINGS = 2;
/** Requests for a piece that nobody has answered yet. */
export const MOST_OPEN_ORDER_REQUESTS = 20;
/** How far ahead a client may propose an hour, in days. */
export const BOOKING_HORIZON_DAYS = 366;
/** How far ahead the house books an hour, and how long ago one may lie that it notes afterwards: beyond, a year was mistyped. */
export const HOUSE_HORIZON_DAYS = 3 * 366;
export const NOTED_AFTER_DAYS = 60;
/** Planned absences of one person that are not over, and the longest of them. */
export const MOST_ABSENCES = 60;
export const ABSENCE_MOST_DAYS = 366;
/** How long an absence that is over is kept, in days. */
export const ABSENCE_KEPT_DAYS = 2 * 366;
/** Changes of one person's week that are kept; older ones are folded into the first. */
export const MOST_WEEKS = 60;
