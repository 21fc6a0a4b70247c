import type { Actor } from '../actor';
import { editMe } from '../auth/edit-me';
import type { MeDto, EditMeInput } from '../auth/schemas';
import { type Database, inTransaction } from '../db/client';
import { demandOwnName } from './demand-own-name';
import { clients } from './documents';
import { clientSearchFields } from './search-fields';

/**
 * Changes my own account. A client's new name also stands on their file: the atelier reads files, not accounts.
 * @throws AppError as `editMe` does, then the file keeps its name too; name_reserved.
 */
export async function editOwnAccount(db: Database, actor: Actor, input: EditMeInput): Promise<MeDto> {
  const { name } = input;
  if (name === undefined || !actor.clientId) return editMe(db, actor, input);
  if (name !== actor.name) await demandOwnName(db, name);
  const mine = { _id: actor.clientId, accountId: actor.id };
  return inTransaction(db, async (session) => {
    const me = await editMe(db, actor, input, session);
    const file = await clients(db).findOne(mine, { session });
    if (file)
      await clients(db).updateOne(
        mine,
        {
          $set: { name, ...clientSearchFields({ ...file, name }), updatedAt: new Date() },
          $inc: { version: 1 },
        },
        { session },
      );
    return me;
  });
}
