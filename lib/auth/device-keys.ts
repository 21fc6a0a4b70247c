import { hkdfSync } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { env } from '../env';
import { keysFor } from '../secrets';

/**
 * The keys with which a browser seals what it keeps of an account (drafts, what waits to leave): the house alone can make them,
 * and hands them to a page of a session that is good. One of each root, the newest first.
 */
export async function deviceKeys(account: ObjectId): Promise<string> {
  const roots = await keysFor(env().AUTH_SECRET ?? '', 'browser');
  return roots
    .map(({ bytes }) => Buffer.from(hkdfSync('sha256', bytes, '', account.toHexString(), 32)).toString('base64'))
    .join(',');
}
