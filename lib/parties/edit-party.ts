import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { requireCouturier } from '../orders/choose-couturier';
import { changeParty } from './change-party';
import type { CommonDay, PartyDocument } from './documents';
import type { EditPartyInput, PartyDto } from './schemas';

const EMPTIED = ['place', 'note', 'measuresBy'] as const;

/** The days as they were sent: those that were there keep their number, new ones get the next. */
function daysOf(
  party: PartyDocument,
  sent: NonNullable<EditPartyInput['days']>,
): Pick<PartyDocument, 'days' | 'lastN'> {
  let { lastN } = party;
  const known = new Set(party.days.map(({ n }) => n));
  const days = sent.map(({ n, label, day, time, held }): CommonDay => {
    const kept = n !== undefined && known.delete(n) ? n : (lastN += 1);
    return { n: kept, label, day, ...(time ? { time } : {}), held };
  });
  days.sort((a, b) => `${a.day} ${a.time ?? ''}`.localeCompare(`${b.day} ${b.time ?? ''}`));
  return { days, lastN };
}

/**
 * Changes what a party says of its event, and its common days. The orders keep their own days and prices.
 * @throws AppError not_found; stale_version with `current`.
 */
export async function editParty(
  db: Database,
  _actor: StaffActor,
  id: string,
  input: EditPartyInput,
): Promise<PartyDto> {
  const couturier = input.couturierId === undefined ? undefined : await requireCouturier(db, input.couturierId);
  return changeParty(db, id, input.version, async (party) => {
    const next: PartyDocument = {
      ...party,
      name: input.name ?? party.name,
      kind: input.kind ?? party.kind,
      day: input.day ?? party.day,
      couturierId: couturier?.id ?? party.couturierId,
      ...(input.days ? daysOf(party, input.days) : {}),
    };
    for (const field of EMPTIED) {
      const value = input[field];
      if (value === null) delete next[field];
      else if (value !== undefined) next[field] = value;
    }
    return Promise.resolve(next);
  });
}
