import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { emailKey } from '../text';
import { type ClientDocument, clients } from './documents';
import { type ClientDto, toClient } from './dto';
import { perText } from './fields';
import { clientSearchFields } from './search-fields';
import type { CreateClientInput } from './schemas';

/** What a new file starts with. */
export type NewClientFile = Omit<Partial<CreateClientInput>, 'name'> & {
  name: string;
  accountId?: ObjectId;
  createdAt?: Date;
};

/** A file as it is when it is opened, not yet written. */
export function newClientFile(input: NewClientFile): ClientDocument {
  const now = input.createdAt ?? new Date();
  const email = input.email && emailKey(input.email);
  return {
    _id: newId(),
    name: input.name,
    email,
    ...perText((name) => input[name]),
    birthday: input.birthday,
    event: input.event,
    tags: input.tags ?? [],
    archived: false,
    accountId: input.accountId,
    ...clientSearchFields({ name: input.name, email, phone: input.phone }),
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/**
 * Writes a client file and gives it back. Used by the atelier, by sign-up (with `accountId` and its session) and by the
 * demo house. Two files may carry one e-mail address: an address alone never proves that two people are one.
 * @throws a duplicate key (isDuplicateKey) when the account already has a file.
 */
export async function createClientFile(
  db: Database,
  input: NewClientFile,
  session?: ClientSession,
): Promise<ClientDocument> {
  const file = newClientFile(input);
  await clients(db).insertOne(file, { session });
  return file;
}

/** A couturier opens a file for somebody. */
export async function createClient(db: Database, _actor: StaffActor, input: CreateClientInput): Promise<ClientDto> {
  return toClient(await createClientFile(db, input));
}
