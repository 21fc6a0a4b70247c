import { type Long } from 'bson';
import { encode, type Document } from '../bson/value';

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

const ARRAY = 0x04;
const DOCUMENT = 0x03;

/** Encodes a command's reply with the fields every reply has. */
export function encodeReply(reply: Document | CursorReply, common: Document): Buffer {
  if (!(reply instanceof CursorReply)) return encode({ ...reply, ...common });
  const batch = element(ARRAY, reply.batchName, arrayOf(reply.documents));
  const cursor = element(DOCUMENT, 'cursor', withElement(encode(reply.cursor), batch));
  return withElement(encode({ ...reply.rest, ...common }), cursor);
}

const element = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);

/** The document with one more element in front. */
function withElement(document: Buffer, first: Buffer): Buffer {
  const length = Buffer.allocUnsafe(4);
  length.writeInt32LE(document.length + first.length, 0);
  return Buffer.concat([length, first, document.subarray(4)]);
}

function arrayOf(documents: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.alloc(4)];
  documents.forEach((document, position) => parts.push(Buffer.from(`\x03${position}\0`), document));
  parts.push(Buffer.from([0]));
  const array = Buffer.concat(parts);
  array.writeInt32LE(array.length, 0);
  return array;
}
