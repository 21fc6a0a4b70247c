import { ObjectId } from 'mongodb';
import { notFound } from '../errors';

/** A new document id. Ids are ObjectIds in the database and 24 hex digits everywhere else. */
export const newId = (): ObjectId => new ObjectId();

/**
 * Reads an id that came from outside.
 * @throws AppError not_found when it cannot be an id: what cannot exist is answered like what does not.
 */
export function toId(value: string): ObjectId {
  if (!/^[0-9a-f]{24}$/i.test(value)) throw notFound();
  return new ObjectId(value);
}

/** The same for an optional id. */
export const toOptionalId = (value: string | undefined): ObjectId | undefined =>
  value === undefined ? undefined : toId(value);
