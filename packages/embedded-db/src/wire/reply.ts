import { Binary, Long, Timestamp } from 'bson';
import { encode } from '../bson/codec';
import type { Document } from '../bson/value';

/** A reply with a batch of documents that are already BSON, so that they are copied and not built again. */
export class CursorReply {
  constructor(
    readonly batchName: 'firstBatch' | 'nextBatch',
    readonly documents: readonly Buffer[],
    /** The rest of the `cursor` field: id, ns, postBatchResumeToken. */
    readonly cursor: { id: Long; ns: string } & Document,
    /** The fields beside `cursor`. */
    readonly rest: Document = {},
  ) {}

  with(rest: Document): CursorReply {
    return new CursorReply(this.batchName, this.documents, this.cursor, rest);
  }
}

const ARRAY = '\x04';
const DOCUMENT = '\x03';
const LENGTH_BYTES = 4;
const END = Buffer.from([0]);

/** The fields every reply ends with; the bytes of the two times are filled in for each. */
const TIMES = elements({
  operationTime: new Timestamp({ t: 0, i: 0 }),
  $clusterTime: {
    clusterTime: new Timestamp({ t: 0, i: 0 }),
    signature: { hash: new Binary(Buffer.alloc(20)), keyId: Long.ZERO },
  },
});
const TIMES_AT = ['\x11operationTime\0', '\x11clusterTime\0'].map((name) => TIMES.indexOf(name) + name.length);

/**
 * Encodes a command's reply with the fields every reply has, in pieces, so that the documents of a batch are copied
 * once only, into the message. The pieces are good until the next call.
 */
export function encodeReply(reply: Document | CursorReply, common: Document, time: Timestamp): Buffer[] {
  for (const at of TIMES_AT) {
    TIMES.writeUInt32LE(time.i, at);
    TIMES.writeUInt32LE(time.t, at + 4);
  }
  if (!(reply instanceof CursorReply)) return asDocument([elements({ ...reply, ...common }), TIMES]);
  const batch = reply.documents.flatMap((document, position) => [Buffer.from(`${DOCUMENT}${position}\0`), document]);
  const cursor = [Buffer.from(`${ARRAY}${reply.batchName}\0`), ...asDocument(batch), elements(reply.cursor)];
  return asDocument([
    Buffer.from(`${DOCUMENT}cursor\0`),
    ...asDocument(cursor),
    elements({ ...reply.rest, ...common }),
    TIMES,
  ]);
}

/** The elements of a document, without its length and end. */
function elements(document: Document): Buffer {
  return encode(document).subarray(LENGTH_BYTES, -1);
}

function asDocument(parts: Buffer[]): Buffer[] {
  const length = Buffer.allocUnsafe(LENGTH_BYTES);
  length.writeInt32LE(
    parts.reduce((sum, part) => sum + part.length, LENGTH_BYTES + 1),
    0,
  );
  return [length, ...parts, END];
}
