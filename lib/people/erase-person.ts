import type { ObjectId } from 'mongodb';
import { recordAct } from '../audit/record-act';
import { clients } from '../clients/documents';
import { type Database, inTransaction } from '../db/client';
import { notFound } from '../errors';
import { leftOf } from '../orders/traces';
import type { Erasing } from '../traces';
import { ALL_TRACES } from './all-traces';
import { holdersOf, personOf } from './find-person';
import { demandNothingOpen } from './open-orders';

/**
 * Erases a person, all or nothing, wherever the house kept something of them (`traces.ts` of each domain). Their orders stay as
 * the law of accounts asks, stripped of everything else; where one of them was paid or agreed, the file keeps the name and the
 * address that its papers bear (docs/decisions/0005). Sockets follow the account and the sessions.
 * @param by who of the house did it for them
 * @throws AppError not_found, open_orders.
 */
export async function erasePerson(db: Database, clientId: ObjectId, by?: ObjectId): Promise<void> {
  const afterwards = await inTransaction(db, async (session) => {
    const file = await clients(db).findOne({ _id: clientId }, { session });
    if (!file) throw notFound();
    await demandNothingOpen(db, clientId, session);
    const person = await personOf(db, file, session);
    const { left, keptFileIds } = await leftOf(db, clientId, session);
    const erasing: Erasing = {
      ...person,
      left,
      // The same in every language: a number is nobody's name.
      name: left === 'papers' ? file.name : `#${clientId.toHexString().slice(-6)}`,
      holders: await holdersOf(db, person, session),
      keptFileIds,
      now: new Date(),
      session,
    };
    const rest: (() => Promise<void>)[] = [];
    for (const traces of ALL_TRACES) {
      const after = await traces.erase(db, erasing);
      if (after) rest.push(after);
    }
    // Last, so that the line itself is not among what is erased; it names nobody but who did it for them.
    await recordAct(db, { kind: 'personErased', by, detail: { to: left } }, session);
    return rest;
  });
  for (const work of afterwards) await work();
}
