import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { SearchFields } from '../db/search';
import type { VideoDto, VoiceDto } from '../files/schemas';
import type { Cursor, Side } from './rules';
import type { SystemDto } from './schemas';
import type { Intent, MessageType, Reaction } from './words';

/** A file as a message keeps it; the truth about the file stays in `files`. */
export interface Attachment {
  id: ObjectId;
  name: string;
  mime: string;
  size: number;
  width?: number;
  height?: number;
  voice?: VoiceDto;
  video?: VideoDto;
}

/** One client, one couturier, one conversation (unique index). */
export interface ConversationDocument {
  _id: ObjectId;
  clientId: ObjectId;
  couturierId: ObjectId;
  /** Highest `seq`, written in the same transaction as the message that has it. */
  lastSeq: number;
  lastMessageAt: Date;
  /** Last `seq` each side wrote: tells unread and unanswered conversations without counting messages. */
  lastFrom: Record<Side, number>;
  /** The same without the lines of the order: a stage that moves answers nobody. */
  lastWords: Record<Side, number>;
  cursors: Record<Side, Cursor>;
  /** What those three tell (`standingOf`), kept with every change of them: what the inbox is narrowed by. */
  unreadBy: Side[];
  unansweredBy: Side[];
  orderId?: ObjectId;
  modelId?: ObjectId;
  /** Who has pinned it. */
  pinned?: Partial<Record<Side, boolean>>;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export interface MessageDocument extends SearchFields {
  _id: ObjectId;
  conversationId: ObjectId;
  seq: number;
  senderId: ObjectId;
  senderSide: Side;
  /** Absent while the client had no account. */
  recipientId?: ObjectId;
  clientMessageId: string;
  /** What was asked, hashed: the same id with another body is a mistake, not a retry. */
  bodyHash: string;
  type: MessageType;
  intent: Intent;
  content: string;
  attachments: Attachment[];
  orderId?: ObjectId;
  modelId?: ObjectId;
  replyTo?: ObjectId;
  /** What the numbers on its picture say, each with when a task was made of it. */
  remarks?: { number: number; words: string; notedAt?: Date }[];
  system?: SystemDto;
  /** What each side feels about it. */
  reactions?: Partial<Record<Side, Reaction>>;
  /** When the other person first played it; of a voice alone. */
  heardAt?: Date;
  /** What it said before, first words first, each with when it ended; of one taken back, its last words and files too. */
  history?: { content: string; attachments?: Attachment[]; until: Date }[];
  /** Taken back by its sender: its words and files are in `history` alone, for nobody to see. */
  takenBack?: true;
  /** When a word, a reaction or its taking back changed it last; absent where it stands as it was sent. */
  changedAt?: Date;
  createdAt: Date;
}

export const conversations = (db: Database) => db.db.collection<ConversationDocument>('conversations');
export const messages = (db: Database) => db.db.collection<MessageDocument>('messages');
