import { accounts, tokens } from '../auth/documents';
import { clients } from '../clients/documents';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { DEFAULT_HOUSE } from '../house/defaults';
import type { HouseDocument } from '../house/documents';
import { getHouse } from '../house/get-house';
import { models } from '../models/documents';
import { beginnings } from './documents';
import type { EditFirstStepsInput, FirstStepsDto } from './schemas';
import { FIRST_STEPS, type FirstStep } from './words';

const ID = { projection: { _id: 1 } } as const;

const differs = (house: HouseDocument, ...keys: (keyof typeof DEFAULT_HOUSE)[]): boolean =>
  keys.some((key) => JSON.stringify(house[key]) !== JSON.stringify(DEFAULT_HOUSE[key]));

/** What of the first steps is done, as the house itself shows it or as its owner said; `null` for a house that did not begin here. */
export async function readFirstSteps(db: Database): Promise<FirstStepsDto | null> {
  const beginning = await beginnings(db).findOne({ _id: 'beginning' });
  if (!beginning) return null;
  const [house, staff, invitation, model, client] = await Promise.all([
    getHouse(db),
    accounts(db)
      .find({ role: { $ne: 'client' } }, ID)
      .limit(2)
      .toArray(),
    tokens(db).findOne(
      { kind: 'invitation', role: { $ne: 'client' }, usedAt: { $exists: false }, expiresAt: { $gt: new Date() } },
      ID,
    ),
    models(db).findOne({}, ID),
    clients(db).findOne({}, ID),
  ]);
  const shown: Record<FirstStep, boolean> = {
    you: beginning.ownedAt !== undefined,
    house: house.address !== '',
    people: staff.length > 1 || invitation !== null,
    hours: differs(house, 'openingHours', 'closures'),
    garments: differs(house, 'stageHours', 'garmentHours') || differs(house, 'vocabulary'),
    models: model !== null,
    clients: client !== null,
  };
  const settled: readonly FirstStep[] = beginning.settled ?? [];
  return {
    done: FIRST_STEPS.filter((step) => shown[step] || settled.includes(step)),
    putAway: beginning.putAwayAt !== undefined,
  };
}

/**
 * Leaves a step as it was proposed, or puts the first steps away.
 * @throws AppError not_found for a house that did not begin here
 */
export async function editFirstSteps(db: Database, { settled, putAway }: EditFirstStepsInput): Promise<FirstStepsDto> {
  const change = {
    ...(settled ? { $addToSet: { settled } } : {}),
    ...(putAway ? { $set: { putAwayAt: new Date() } } : {}),
  };
  if (Object.keys(change).length > 0) await beginnings(db).updateOne({ _id: 'beginning' }, change);
  const after = await readFirstSteps(db);
  if (!after) throw notFound();
  return after;
}
