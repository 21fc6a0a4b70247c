import type { RateRule } from '../rate-limit';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * The routes that guess, each counted per address (one machine trying many accounts) and per account (many machines trying
 * one). Only refused sign-ins stay counted: an honest one gives its point back. Wrong passwords for one account are counted
 * per address, with a higher bound for all addresses together, and apart for a device that has been in before: whoever knows
 * an address cannot keep its owner out.
 */
export const LIMITS = {
  signInAddress: { name: 'signIn:address', points: 30, seconds: 15 * MINUTE },
  signInAccount: { name: 'signIn:account', points: 10, seconds: 15 * MINUTE },
  signInEverywhere: { name: 'signIn:everywhere', points: 100, seconds: 15 * MINUTE },
  signInDevice: { name: 'signIn:device', points: 10, seconds: 15 * MINUTE },
  signUpAddress: { name: 'signUp:address', points: 40, seconds: HOUR },
  signUpAccount: { name: 'signUp:account', points: 5, seconds: HOUR },
  resetAddress: { name: 'reset:address', points: 20, seconds: HOUR },
  resetAccount: { name: 'reset:account', points: 5, seconds: HOUR },
  resetUse: { name: 'resetUse:address', points: 20, seconds: HOUR },
  invite: { name: 'invite:actor', points: 60, seconds: HOUR },
  invitationUse: { name: 'invitationUse:address', points: 20, seconds: HOUR },
  passwordChange: { name: 'password:actor', points: 10, seconds: 15 * MINUTE },
} as const satisfies Record<string, RateRule>;
