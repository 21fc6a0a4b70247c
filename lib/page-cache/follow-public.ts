import type { ChangeStreamDocument } from 'mongodb';
import type { Database } from '../db/client';
import { followChanges } from '../db/follow-changes';

/** What public pages are made of. A client's sign-up or a device's last visit changes none of it. */
const COLLECTIONS = ['models', 'house', 'accounts', 'appointments'] as const;
const SHOWN_OF_ACCOUNT = /^(profile|name|role|disabled)(\.|$)/;

/** Whether a change is of something that a public page shows. */
export function isPublic(event: ChangeStreamDocument): boolean {
  if (!('ns' in event) || !('coll' in event.ns)) return false;
  if (event.ns.coll !== 'accounts') return true;
  if (event.operationType === 'update')
    return [
      ...Object.keys(event.updateDescription.updatedFields ?? {}),
      ...(event.updateDescription.removedFields ?? []),
    ].some((path) => SHOWN_OF_ACCOUNT.test(path));
  if (event.operationType === 'insert') return event.fullDocument['role'] !== 'client';
  return true;
}

/**
 * Calls `changed` after each change of what public pages show, whoever made it and in which process; and once whenever the
 * stream is opened (again) or breaks, for what happens meanwhile is not seen.
 * @returns stops following
 */
export function followPublic(db: Database, changed: () => void, failed: (error: unknown) => void): () => Promise<void> {
  const following = followChanges(db, [{ $match: { 'ns.coll': { $in: [...COLLECTIONS] } } }], {
    open: changed,
    change: (event) => isPublic(event) && changed(),
    broken: (error) => {
      changed();
      failed(error);
    },
  });
  return () => following.close();
}
