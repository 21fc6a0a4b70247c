import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { wholeOf } from '../pages';
import type { OrderDto } from './answers';
import { listOrders } from './list-orders';

/** The orders with a defect nobody has answered: of one couturier, else of the whole house. */
export const listDefects = (db: Database, actor: StaffActor, couturierId?: string): Promise<OrderDto[]> =>
  wholeOf((page) => listOrders(db, actor, { ...page, defect: 'open', couturierId }));
