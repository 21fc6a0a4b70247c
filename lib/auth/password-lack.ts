import { isCommonPassword } from './common-passwords';
import { PASSWORD_MIN } from './password-length';
import { isPersonalPassword, personalWords } from './password-words';

/** What a new password lacks so far, as far as it can be told while it is typed: no list of a million words is at hand there. */
export type PasswordLack = 'short' | 'common' | 'personal';

/**
 * Says what is missing, the first thing first. `demandStrongPassword` judges the same and weighs besides.
 * @param about what everybody knows of the person: name, address, the name of the house
 */
export function passwordLack(password: string, about: readonly string[]): PasswordLack | null {
  if (password.length < PASSWORD_MIN) return 'short';
  if (isCommonPassword(password)) return 'common';
  return isPersonalPassword(password, personalWords(about)) ? 'personal' : null;
}
