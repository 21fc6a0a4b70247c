import type { ObjectId } from 'mongodb';
import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { type PartyDocument, parties } from './documents';

/** The cortèges a person is in or pays for. */
export const partyTraces: Traces = {
  fields: { parties: ['members.clientId', 'payers.clientId'] },
  erase: async (db, { clientId, name, now, session }) => {
    const theirs = await parties(db).find(naming(clientId), { session }).toArray();
    for (const party of theirs) {
      const members = party.members.filter((one) => !one.clientId.equals(clientId));
      // Nobody else is in it: its name is most often theirs.
      if (members.length === 0) await parties(db).deleteOne({ _id: party._id }, { session });
      else
        await parties(db).updateOne(
          { _id: party._id },
          {
            $set: {
              members,
              // Others they pay for still need a payer.
              payers: party.payers
                .filter(({ n }) => members.some(({ payer }) => payer === n))
                .map((one) => (one.clientId?.equals(clientId) ? { n: one.n, name } : one)),
              updatedAt: now,
            },
            $inc: { version: 1 },
          },
          { session },
        );
    }
  },
  export: async function* (db, { actor: { clientId } }) {
    const mine = await parties(db).find({ 'members.clientId': clientId }).sort({ day: 1, _id: 1 }).toArray();
    yield jsonEntry(
      'parties.json',
      mine.map(({ name, kind, day, place, members }) => ({
        name,
        kind,
        day,
        place,
        mine: members
          .filter((one) => one.clientId.equals(clientId))
          .map(({ part, orderId, withdrawn }) => ({
            part,
            orderId: orderId?.toHexString(),
            withdrawnAt: withdrawn?.at.toISOString(),
          })),
      })),
    );
  },
  move: async (db, { from, into, now, session }) => {
    const theirs = await parties(db).find(naming(from.clientId), { session }).toArray();
    const moved = <One extends { clientId?: ObjectId }>(one: One): One =>
      one.clientId?.equals(from.clientId) ? { ...one, clientId: into.clientId } : one;
    for (const party of theirs) {
      const { members, payers } = onePayer(party, moved);
      await parties(db).updateOne(
        { _id: party._id },
        { $set: { members, payers, updatedAt: now }, $inc: { version: 1 } },
        { session },
      );
    }
  },
  using: async (db, ids, session) => {
    const [members, payers] = await Promise.all([
      parties(db).distinct('members.clientId', { 'members.clientId': { $in: [...ids] } }, { session }),
      parties(db).distinct('payers.clientId', { 'payers.clientId': { $in: [...ids] } }, { session }),
    ]);
    return [...members, ...payers];
  },
};

const naming = (clientId: ObjectId) => ({ $or: [{ 'members.clientId': clientId }, { 'payers.clientId': clientId }] });

/** Both files paid in one party: one share is left of the two. */
function onePayer(
  party: PartyDocument,
  moved: <One extends { clientId?: ObjectId }>(one: One) => One,
): Pick<PartyDocument, 'members' | 'payers'> {
  const payers = party.payers.map(moved);
  const firstOf = new Map(
    payers.map((one) => [
      one.n,
      (one.clientId && payers.find((other) => other.clientId?.equals(one.clientId))?.n) ?? one.n,
    ]),
  );
  return {
    payers: payers.filter(({ n }) => firstOf.get(n) === n),
    members: party.members.map(moved).map((one) => ({ ...one, payer: firstOf.get(one.payer) ?? one.payer })),
  };
}
