import { recordAct } from '../audit/record-act';
import type { AccountDocument } from '../auth/documents';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { spendAppCode } from './app-codes';
import { hasKey, secondKeys } from './documents';
import { askForPasskey, type Site, spendPasskey } from './passkeys';
import { spendRecoveryCode } from './recovery-codes';
import type { SecondProof } from './schemas';

/**
 * Asks for the second key once the password was right; whoever has none comes in without. Each try is counted at the door like
 * a password, and only an entry gives the points back.
 * @throws AppError second_key_needed with the ways there are (and what a passkey is to sign), second_key_wrong.
 */
export async function demandSecondKey(
  db: Database,
  account: Pick<AccountDocument, '_id'>,
  proof: SecondProof,
  site: Site | undefined,
): Promise<void> {
  const keys = await secondKeys(db).findOne({ _id: account._id });
  if (!keys || !hasKey(keys)) return;
  if (proof.passkey !== undefined) {
    if (site && (await spendPasskey(db, keys, proof.passkey, site))) return;
    throw new AppError('second_key_wrong');
  }
  if (proof.code !== undefined && proof.code.trim() !== '') {
    const digits = proof.code.replace(/\s/g, '');
    if (/^\d{6}$/.test(digits)) {
      if (await spendAppCode(db, keys, digits)) return;
    } else if (await spendRecoveryCode(db, account._id, proof.code)) {
      await recordAct(db, {
        kind: 'recoveryCodeUsed',
        by: account._id,
        detail: { count: keys.codes.length - 1 },
        notice: 'recovery',
      });
      return;
    }
    throw new AppError('second_key_wrong');
  }
  const passkey = site && keys.passkeys.length > 0 ? await askForPasskey(db, keys, site) : undefined;
  throw new AppError('second_key_needed', { extra: { app: keys.app !== undefined, passkey } });
}
