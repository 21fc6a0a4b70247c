import { availableParallelism } from 'node:os';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { inTurn } from '../in-turn';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One core is left to who only wants a page, however many come to the door at once. */
const LANES = Math.max(1, availableParallelism() - 1);
/** A minute's work; whoever comes then is told to come back. */
const LONGEST_LINE = 500;
let next = 0;
const inLane = <T>(work: () => Promise<T>): Promise<T> => {
  next = (next + 1) % LANES;
  return inTurn(`passwords, lane ${next}`, work, LONGEST_LINE);
};

/** The argon2id hash of a password, with its salt and parameters in it. */
export const hashPassword = (password: string): Promise<string> => inLane(() => hash(password, OPTIONS));

let decoy: Promise<string> | undefined;

/**
 * Whether a password is the right one. Without a hash (unknown address, Google account) the same work is done against
 * a decoy, so that the answer takes as long and says nothing about the address.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash !== undefined) return inLane(() => verify(passwordHash, password));
  decoy ??= hashPassword('nobody has this password');
  const nobody = await decoy;
  await inLane(() => verify(nobody, password));
  return false;
}
