import type { Traces } from '../traces';
import { removeMailFiles } from './deliver';
import { mails } from './documents';

/** The record of the mails that went to the person, and the mails themselves where they are files. */
export const mailTraces: Traces = {
  fields: { mails: ['to'] },
  erase: async (db, { emails, session }) => {
    const theirs = { to: { $in: [...emails] } };
    const sent = await mails(db)
      .find(theirs, { session, projection: { _id: 1 } })
      .toArray();
    await mails(db).deleteMany(theirs, { session });
    return () => removeMailFiles(sent.map(({ _id }) => _id.toHexString()));
  },
};
