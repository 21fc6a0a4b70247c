import { decode } from '../bson/codec';
import type { Document } from '../bson/value';
import { LARGEST_DOCUMENT } from '../store/unit-of-work';
import { crc32c } from './crc32c';

/** The limit on one message that `hello` tells the driver. */
export const LARGEST_MESSAGE = 48_000_000;

const HEADER_BYTES = 16;
/** Commands carry a few fields around a document of the full size. */
const COMMAND_OVERHEAD = 16 * 1024;

const OpCode = { reply: 1, query: 2004, message: 2013 } as const;

const Flag = { checksumPresent: 1, moreToCome: 2, exhaustAllowed: 1 << 16 } as const;
/** A set bit below 16 that we do not know changes the meaning of the message; those above may be ignored. */
const REQUIRED_FLAGS = 0xffff;

/** The peer does not speak the protocol; the connection is closed without an answer. */
export class ProtocolError extends Error {}

/** A command as received. */
export interface Request {
  requestId: number;
  command: Document;
  /** The documents of each document sequence as they came, by the name of the field they stand for. */
  sequences: Map<string, Buffer[]>;
  /** False when the client wants no reply (unacknowledged writes). */
  wantsReply: boolean;
  /** True for the old OP_QUERY, which only carries the first hello. */
  isLegacy: boolean;
}

/**
 * Reads one whole message (https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/).
 *
 * @throws ProtocolError for anything malformed.
 */
export function readMessage(bytes: Buffer): Request {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OpCode.message) return readOpMsg(bytes, requestId);
  if (opCode === OpCode.query) return readOpQuery(bytes, requestId);
  throw new ProtocolError(`unknown opcode ${opCode}`);
}

function readOpMsg(bytes: Buffer, requestId: number): Request {
  if (bytes.length < HEADER_BYTES + 4) throw new ProtocolError('the message is too short');
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS & ~(Flag.checksumPresent | Flag.moreToCome)) throw new ProtocolError('unknown flags');
  let end = bytes.length;
  if (flags & Flag.checksumPresent) {
    end -= 4;
    if (end < HEADER_BYTES + 4 || crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) {
      throw new ProtocolError('the checksum does not match');
    }
  }
  const sequences = new Map<string, Buffer[]>();
  let command: Document | undefined;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes[at++];
    const section = sized(bytes, at, end);
    at += section.length;
    if (kind === 0) {
      if (command) throw new ProtocolError('more than one body');
      command = readDocument(section);
    } else if (kind === 1) readSequence(section, sequences);
    else throw new ProtocolError(`unknown section kind ${kind}`);
  }
  if (!command) throw new ProtocolError('the message has no body');
  for (const [field, documents] of sequences) {
    if (Object.hasOwn(command, field)) throw new ProtocolError(`the field ${field} is given twice`);
    command[field] = documents.map(readDocument);
  }
  return { requestId, command, sequences, wantsReply: !(flags & Flag.moreToCome), isLegacy: false };
}

/** The part of a message that begins with its own length. */
function sized(bytes: Buffer, start: number, end: number): Buffer {
  const length = start + 4 <= end ? bytes.readInt32LE(start) : -1;
  if (length < 5 || start + length > end) throw new ProtocolError('a length does not fit');
  return bytes.subarray(start, start + length);
}

function readDocument(bytes: Buffer): Document {
  if (bytes.length > LARGEST_DOCUMENT + COMMAND_OVERHEAD) throw new ProtocolError('a document is too large');
  if (bytes.at(-1) !== 0) throw new ProtocolError('a document does not end');
  try {
    return decode(bytes);
  } catch (error) {
    throw new ProtocolError(error instanceof Error ? error.message : 'invalid BSON');
  }
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('a sequence has no name');
  const name = section.toString('utf8', 4, nameEnd);
  if (sequences.has(name)) throw new ProtocolError(`the sequence ${name} is given twice`);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const document = sized(section, at, section.length);
    documents.push(document);
    at += document.length;
  }
  sequences.set(name, documents);
}

function readOpQuery(bytes: Buffer, requestId: number): Request {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0) throw new ProtocolError('the query names no collection');
  const namespace = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is only taken for commands');
  const body = readDocument(sized(bytes, nameEnd + 1 + 8, bytes.length));
  const command = { ...body, $db: namespace.slice(0, -'.$cmd'.length) };
  return { requestId, command, sequences: new Map(), wantsReply: true, isLegacy: true };
}

let nextRequestId = 1;

/** A whole reply with a body that may come in pieces: OP_MSG, or OP_REPLY to an OP_QUERY. */
export function writeReply(request: Request, body: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(request.isLegacy ? HEADER_BYTES + 20 : HEADER_BYTES + 5);
  const length = body.reduce((sum, part) => sum + part.length, header.length);
  header.writeInt32LE(length, 0);
  header.writeInt32LE((nextRequestId = (nextRequestId % 0x7fffffff) + 1), 4);
  header.writeInt32LE(request.requestId, 8);
  header.writeInt32LE(request.isLegacy ? OpCode.reply : OpCode.message, 12);
  if (request.isLegacy) {
    // AwaitCapable; cursor id 0, from document 0, one document.
    header.writeInt32LE(8, HEADER_BYTES);
    header.writeInt32LE(1, HEADER_BYTES + 16);
  }
  return Buffer.concat([header, ...body], length);
}
