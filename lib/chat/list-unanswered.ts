import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { describeConversations } from './describe-conversations';
import { conversations } from './documents';
import { scopeOf, unansweredFilter } from './repository';
import type { ConversationDto } from './schemas';

const SHOWN = 50;

/** A conversation in which the client had the last word; `first` when the couturier has never answered in it. */
export interface Unanswered {
  conversation: ConversationDto;
  first: boolean;
}

/** Who waits for an answer from this couturier, the longest first. */
export async function listUnanswered(db: Database, actor: StaffActor): Promise<Unanswered[]> {
  const rows = await conversations(db)
    .find({ $and: [scopeOf(actor), unansweredFilter(actor.role)] })
    .sort({ lastMessageAt: 1, _id: 1 })
    .limit(SHOWN)
    .toArray();
  const told = await describeConversations(db, actor, rows);
  return told.map((conversation, index) => ({
    conversation,
    first: !rows[index]?.lastWords.couturier,
  }));
}
