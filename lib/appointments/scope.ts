import type { Filter } from 'mongodb';
import { type Actor, isClient, isStaff } from '../actor';
import type { AppointmentDocument } from './documents';

/** What this person may see: a client their own, the staff all; anybody else nothing. */
export function scopeOf(actor: Actor): Filter<AppointmentDocument> {
  if (isStaff(actor)) return {};
  return isClient(actor) ? { clientId: actor.clientId } : { _id: { $in: [] } };
}
