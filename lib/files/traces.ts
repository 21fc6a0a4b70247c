import type { Traces } from '../traces';
import { files } from './documents';
import { readFile } from './read-file';
import { eraseBytes } from './repository';

async function* pieces(open: () => Promise<ReadableStream<Uint8Array>>): AsyncGenerator<Uint8Array> {
  const reader = (await open()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

/** Every file a person sent, and those attached to what is theirs. */
export const fileTraces: Traces = {
  fields: { files: ['ownerId', 'attachedTo.id'] },
  erase: async (db, { accountId, holders, keptFileIds, session }) => {
    const gone = await files(db)
      .find(
        {
          _id: { $nin: [...keptFileIds] },
          $or: [...(accountId ? [{ ownerId: accountId }] : []), { 'attachedTo.id': { $in: [...holders] } }],
        },
        { session, projection: { _id: 1 } },
      )
      .toArray();
    const ids = gone.map(({ _id }) => _id);
    await files(db).deleteMany({ _id: { $in: ids } }, { session });
    // A stop in between leaves bytes that nothing names.
    return () => eraseBytes(db, ids);
  },
  export: async function* (db, { actor, holders }) {
    const list = files(db).find({ $or: [{ ownerId: actor.id }, { 'attachedTo.id': { $in: [...holders] } }] });
    for await (const { _id, name } of list) {
      const readable = await readFile(db, actor, _id).catch(() => undefined);
      if (readable) yield { name: `files/${_id.toHexString()}-${name}`, packed: true, pieces: pieces(readable.open) };
    }
  },
};
