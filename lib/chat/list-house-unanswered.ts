import type { StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { dayKey } from '../i18n/format';
import { type ConversationDocument, conversations, type MessageDocument, messages } from './documents';
import { unansweredFilter } from './repository';
import type { MessageType } from './words';

/** A client who waits for an answer from somebody of the house, with the first thing they said since the last one. */
export interface HouseUnanswered {
  conversationId: string;
  clientName: string;
  couturierId: string;
  couturierName: string;
  since: Date;
  /** What they said, where the owner may read it, else nothing. */
  words?: string;
  /** What they sent without words, where the owner may read it. */
  sent?: MessageType;
}

/** Of each couturier; the page shows those who have waited the longest. */
const READ_OF_EACH = 20;

/** The first words of the client that nobody has answered: lines of the order are no question, and what was taken back was not asked. */
const firstQuestion = ({ _id, lastWords }: ConversationDocument, db: Database): Promise<MessageDocument | null> =>
  messages(db).findOne(
    {
      conversationId: _id,
      senderSide: 'client',
      seq: { $gt: lastWords.couturier },
      system: { $exists: false },
      takenBack: { $exists: false },
    },
    { sort: { seq: 1 } },
  );

/**
 * Who waits for an answer anywhere in the house, for its owner: the longest wait first, and how many there are. The owner reads no
 * other couturier's conversation; what a client asked is shown to them only once it has stayed unanswered overnight.
 * @param shown how many are described
 * @throws AppError forbidden for anybody but an owner
 */
export async function listHouseUnanswered(
  db: Database,
  actor: StaffActor,
  shown: number,
  now: Date,
): Promise<{ count: number; items: HouseUnanswered[] }> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const staff = await accounts(db)
    .find({ role: { $in: ['couturier', 'owner'] } }, { projection: { name: 1 } })
    .toArray();
  // One walk of an index for each: what one couturier has open is never behind what another has.
  const [rows, counts] = await Promise.all([
    Promise.all(
      staff.map(({ _id }) =>
        conversations(db)
          .find({ couturierId: _id, ...unansweredFilter('couturier') })
          .sort({ lastMessageAt: 1, _id: 1 })
          .limit(READ_OF_EACH)
          .toArray(),
      ),
    ),
    Promise.all(
      staff.map(({ _id }) => conversations(db).countDocuments({ couturierId: _id, ...unansweredFilter('couturier') })),
    ),
  ]);
  const longest = rows
    .flat()
    .sort((a, b) => a.lastMessageAt.getTime() - b.lastMessageAt.getTime())
    .slice(0, shown);
  const [questions, clients] = await Promise.all([
    Promise.all(longest.map((one) => firstQuestion(one, db))),
    clientNamesOf(
      db,
      longest.map(({ clientId }) => clientId),
    ),
  ]);
  const names = new Map(staff.map(({ _id, name }) => [_id.toHexString(), name]));
  const items = longest.flatMap((one, index): HouseUnanswered[] => {
    const question = questions[index];
    if (!question) return [];
    const couturierId = one.couturierId.toHexString();
    const may = one.couturierId.equals(actor.id) || dayKey(question.createdAt) < dayKey(now);
    return [
      {
        conversationId: one._id.toHexString(),
        clientName: clients.get(one.clientId.toHexString()) ?? '',
        couturierId,
        couturierName: names.get(couturierId) ?? '',
        since: question.createdAt,
        ...(may && question.content ? { words: question.content.slice(0, 240) } : {}),
        ...(may && !question.content ? { sent: question.type } : {}),
      },
    ];
  });
  items.sort((a, b) => a.since.getTime() - b.since.getTime());
  return { count: counts.reduce((sum, count) => sum + count, 0), items };
}
