/**
 * Long passwords that are nevertheless the first to be tried: twelve characters or more, letters and digits only,
 * lower-cased. Short lists of leaked passwords contain few others of this length.
 */
const COMMON = new Set([
  'motdepasse12',
  'motdepasse123',
  'motdepasse1234',
  'monmotdepasse',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'mypassword123',
  'qwertyuiop12',
  'qwertyuiop123',
  'azertyuiop12',
  'azertyuiop123',
  'azertyuiopqsdf',
  'qwertyuiopasdf',
  'administrateur',
  'administrator',
  'administrator1',
  'iloveyou1234',
  'jetaimejetaime',
  'welcome12345',
  'bienvenue123',
  'bienvenue1234',
  'fashionflow12',
  'fashionflow123',
  'fashionflow1234',
  'fashionflow2026',
  'letmein12345',
  'changeme1234',
  'correcthorsebatterystaple',
]);

const SEQUENCES = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklm',
  'qwertyuiopasdfghjkl',
];

/** Whether a password of the right length would still be guessed early: known, one run of keys, or a few repeated signs. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().normalize('NFKC');
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (COMMON.has(letters)) return true;
  if (SEQUENCES.some((sequence) => sequence.includes(letters) && letters.length > 0)) return true;
  return new Set(plain).size < 4;
}
