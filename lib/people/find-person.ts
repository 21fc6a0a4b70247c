import type { ClientSession, ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import type { ClientDocument } from '../clients/documents';
import type { Database } from '../db/client';
import type { Person } from '../traces';
import { ALL_TRACES } from './all-traces';

/** The person of a client file, with every address the house knows of them. */
export async function personOf(db: Database, file: ClientDocument, session?: ClientSession): Promise<Person> {
  const account = file.accountId && (await accounts(db).findOne({ _id: file.accountId }, { session }));
  const emails = [file.email, account?.email].filter((one) => one !== undefined);
  return { clientId: file._id, ...(file.accountId ? { accountId: file.accountId } : {}), emails };
}

/** The documents of a person that files are attached to. */
export async function holdersOf(db: Database, person: Person, session?: ClientSession): Promise<ObjectId[]> {
  const found: ObjectId[] = [];
  for (const { holders } of ALL_TRACES) if (holders) found.push(...(await holders(db, person, session)));
  return found;
}
