import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import type { HouseDocument } from '../house/documents';
import { getHouse } from '../house/get-house';
import { daysBetween } from '../i18n/format';
import type { Announce } from './announce';
import type { OrderDocument, Signed } from './documents';
import { toOrder } from './dto';
import type { OrderFieldName } from './fields';
import { findOrder, replaceOrder, scopeOf } from './repository';
import { mayAct, type RuleContext } from './rules';
import type { OrderAction, TasksMoved } from './words';
import type { OrderDto } from './answers';
import { surroundingsOf } from './surroundings';
import { type NewEvent, tell, writeEvents } from './tell';
import { type Before, UNTOLD_MS, withoutNewest } from './untold';

/** What a use case has before it when it decides. */
export interface Deciding {
  order: OrderDocument;
  actor: Actor;
  by: Signed;
  rules: RuleContext;
  house: HouseDocument;
  clientName: string;
  now: Date;
  session: ClientSession;
  /** @throws AppError action_not_allowed when this may not be done at this stage, or not by this person. */
  demand(action: OrderAction): void;
}

export interface Decision {
  /** What the order becomes; the version is raised by the write. */
  changes: Partial<Omit<OrderDocument, '_id' | 'version' | 'updatedAt'>>;
  /** Fields that go. */
  drop?: readonly ('onHold' | 'promisedDate' | 'deliveredAt' | 'measurementSnapshot' | 'defectOpen' | OrderFieldName)[];
  events: NewEvent[];
  /** The garment's tasks are to be made. */
  confirmed?: boolean;
  /** Which open tasks go along where the promised day moves. */
  moveTasks?: TasksMoved;
  /** It is a move of the atelier's: for a minute nobody is told, and it can be put back as it was. */
  before?: Before;
  /** The newest untold move is undone. */
  undone?: boolean;
}

/**
 * The one way an order changes: read in scope, decide, write the next version, the events and the news, all in one
 * transaction. `decide` may run again when the database asks for a retry, so it only reads and returns.
 * @throws AppError not_found out of scope; stale_version with `current` when `version` is given and no longer true.
 */
export async function changeOrder(
  db: Database,
  actor: Actor,
  id: string,
  input: { version?: number; announce: Announce },
  decide: (deciding: Deciding) => Decision | Promise<Decision>,
): Promise<OrderDto> {
  const house = await getHouse(db);
  const orderId = toId(id);
  const changed = await inTransaction(db, async (session) => {
    const order = await findOrder(db, scopeOf(actor), orderId, session);
    if (!order) throw notFound();
    if (input.version !== undefined && input.version !== order.version)
      throw new AppError('stale_version', {
        extra: { current: toOrder(order, actor.role, await surroundingsOf(db, [order])) },
      });
    const client = await findClientById(db, order.clientId, session);
    const now = new Date();
    const rules: RuleContext = {
      role: actor.role,
      lockStage: house.lockStage,
      clientHasAccount: client?.accountId !== undefined,
      now,
    };
    const decision = await decide({
      order,
      actor,
      by: { id: actor.id, name: actor.name },
      rules,
      house,
      clientName: client?.name ?? '',
      now,
      session,
      demand: (action) => {
        if (!mayAct(order, action, rules)) throw new AppError('action_not_allowed');
      },
    });
    const next: OrderDocument = { ...order, ...decision.changes, updatedAt: now };
    for (const field of decision.drop ?? []) delete next[field];
    const { events, before, undone } = decision;
    const newest = order.untold?.moves.at(-1);
    let move: ObjectId | undefined;
    if (before) {
      const untold = events.map((event) => ({ ...event, visibility: 'staff' as const }));
      const [event, ...also] = await writeEvents(db, { actor, order, events: untold, now, session });
      if (!event) throw new Error('a move writes its event first');
      move = event._id;
      next.untold = {
        tellAt: new Date(now.getTime() + UNTOLD_MS),
        stage: order.untold?.stage ?? order.stage,
        moves: [
          ...(order.untold?.moves ?? []),
          { id: move, also: also.map(({ _id }) => ({ id: _id })), at: now, before },
        ],
      };
    } else if (undone) next.untold = order.untold && withoutNewest(order.untold);
    // Where the order went on otherwise, that is what is told.
    else if (order.stage !== next.stage) delete next.untold;
    const written = await replaceOrder(db, scopeOf(actor), next, session);
    if (!written) throw new AppError('conflict');
    if (!before) await tell(db, { actor, order: written, client, events, now, session, announce: input.announce });
    if (undone && newest) await input.announce(db, { kind: 'undone', order: written, move: newest.id }, session);
    else if (order.stage !== written.stage)
      await input.announce(db, { kind: 'moved', order: written, from: order.stage, move }, session);
    const days = order.promisedDate && written.promisedDate ? daysBetween(order.promisedDate, written.promisedDate) : 0;
    if (decision.moveTasks && days !== 0)
      await input.announce(db, { kind: 'rescheduled', order: written, days, which: decision.moveTasks }, session);
    if (decision.confirmed) await input.announce(db, { kind: 'confirmed', order: written }, session);
    return written;
  });
  return toOrder(changed, actor.role, await surroundingsOf(db, [changed]));
}

/**
 * What is the client's to say. The house says it only for somebody who has no account.
 * @throws AppError forbidden.
 */
export function demandClientSide({ actor, rules }: Pick<Deciding, 'actor' | 'rules'>): void {
  if (isStaff(actor) && rules.clientHasAccount) throw new AppError('forbidden');
}
