import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { clientNameOf, findClientById } from '../clients/find-client';
import { type MemberDocument, type PartyDocument, parties, type PayerDocument } from './documents';
import { toParty } from './dto';
import type { PartyDto, PayerChoice } from './schemas';
import { surroundingsOf } from './surroundings';
import { MOST_PAYERS } from './words';

/** Parties change one after the other: an order is in one of them only, and a list is never counted by two at once. */
const PARTIES_LOCK = 'parties';

/**
 * The one way a party changes: `decide` is given it as it is and returns what it becomes. It may run again, so it only reads.
 * @throws AppError not_found; stale_version with `current` when `version` is given and no longer true.
 */
export async function changeParty(
  db: Database,
  id: string,
  version: number | undefined,
  decide: (party: PartyDocument, session: ClientSession) => Promise<PartyDocument>,
): Promise<PartyDto> {
  const _id = toId(id);
  const changed = await withLock(db, PARTIES_LOCK, async (session) => {
    const party = await parties(db).findOne({ _id }, { session });
    if (!party) throw notFound();
    if (version !== undefined && version !== party.version)
      throw new AppError('stale_version', { extra: { current: toParty(party, await surroundingsOf(db, party)) } });
    const next: PartyDocument = {
      ...(await decide(party, session)),
      version: party.version + 1,
      updatedAt: new Date(),
    };
    await parties(db).replaceOne({ _id }, next, { session });
    return next;
  });
  return toParty(changed, await surroundingsOf(db, changed));
}

/**
 * Finds who pays among those who pay already, or adds them.
 * @throws AppError not_found for a payer or a file that is not there; party_full.
 */
export async function withPayer(
  db: Database,
  party: PartyDocument,
  member: Pick<MemberDocument, 'clientId'>,
  choice: PayerChoice,
  session: ClientSession,
): Promise<{ party: PartyDocument; payer: number }> {
  const found = (test: (one: PayerDocument) => boolean) => party.payers.find(test)?.n;
  const added = (one: Omit<PayerDocument, 'n'>) => {
    if (party.payers.length >= MOST_PAYERS) throw new AppError('party_full');
    const n = party.lastN + 1;
    return { party: { ...party, lastN: n, payers: [...party.payers, { n, ...one }] }, payer: n };
  };
  if (choice.n !== undefined) {
    if (found(({ n }) => n === choice.n) === undefined) throw notFound();
    return { party, payer: choice.n };
  }
  if (choice.name !== undefined) {
    const payer = found(({ name, clientId }) => !clientId && name === choice.name);
    return payer === undefined ? added({ name: choice.name }) : { party, payer };
  }
  const clientId = choice.clientId === undefined ? member.clientId : toId(choice.clientId);
  const payer = found((one) => one.clientId?.equals(clientId) === true);
  if (payer !== undefined) return { party, payer };
  if (!(await findClientById(db, clientId, session))) throw notFound();
  return added({ name: await clientNameOf(db, clientId), clientId });
}

/** Payers nobody names any more go; who withdrew is still said to have been paid for. */
export const tidied = (party: PartyDocument): PartyDocument => ({
  ...party,
  payers: party.payers.filter(({ n }) => party.members.some(({ payer }) => payer === n)),
});
