import { MongoBulkWriteError, type ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import { isDuplicateKey } from '../db/duplicate-key';
import { AppError } from '../errors';
import type { MessageDocument } from './documents';
import type { Parties } from './log-heads';

/** A message as far as its sender decides: the log adds the number, the moment and the reader. */
export type Draft = Omit<MessageDocument, 'seq' | 'createdAt' | 'recipientId'>;
export interface Stored {
  message: MessageDocument;
  /** It was there already: the same message had been sent before. */
  duplicate: boolean;
}

/** A message that waits for its place, and whoever waits for it. */
export interface Entry {
  draft: Draft;
  actor: Pick<Actor, 'id' | 'role' | 'clientId'>;
  tries: number;
  resolve: (stored: Stored) => void;
  reject: (error: unknown) => void;
}

export interface Numbered {
  entry: Entry;
  message: MessageDocument;
}

/** The account that reads what this person says; nobody yet where a client has none. */
export const readerOf = (actor: Entry['actor'], { couturierId, accountId }: Parties): ObjectId | undefined =>
  actor.role === 'client' ? couturierId : accountId;

/** The first message for the second sending of it. @throws AppError client_message_id_reused for another body. */
export function again(message: MessageDocument, draft: Draft): Stored {
  if (message.bodyHash !== draft.bodyHash) throw new AppError('client_message_id_reused');
  return { message, duplicate: true };
}

/** Where an ordered batch stopped at a taken key; undefined for any other failure: then nothing is known. */
export function stoppedAt(error: unknown): number | undefined {
  if (!(error instanceof MongoBulkWriteError) || !isDuplicateKey(error)) return undefined;
  const [refused] = [error.writeErrors].flat();
  return error.result.getWriteConcernError() ? undefined : refused?.index;
}
