import { randomInt } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { secondKeys } from './documents';
import { RECOVERY_CODES } from './schemas';
import { hashesOf } from './sealed';

/** Letters and digits that nobody takes for one another on paper: 5 bits each. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const HALF = 6;

const half = () => Array.from({ length: HALF }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** New codes of 60 bits, and what is kept of them. */
export async function newCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`);
  const hashes = await Promise.all(codes.map(async (code) => (await hashesOf(code))[0] ?? ''));
  return { codes, hashes };
}

/** Uses a code up; `false` for one that is not there, or no longer. */
export async function spendRecoveryCode(db: Database, accountId: ObjectId, code: string): Promise<boolean> {
  const hashes = await hashesOf(code);
  const spent = await secondKeys(db).updateOne(
    { _id: accountId, codes: { $in: hashes } },
    { $pull: { codes: { $in: hashes } } },
  );
  return spent.modifiedCount === 1;
}
