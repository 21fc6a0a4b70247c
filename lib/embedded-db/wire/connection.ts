import type { Socket } from 'node:net';
import { LARGEST_MESSAGE, ProtocolError, readMessage, writeReply, type Request } from './messages';

const HEADER_BYTES = 16;

/** Answers one command with the reply's BSON. It does not throw: errors are replies. */
export type Answer = (request: Request) => Promise<Buffer>;

/**
 * Serves one client until it leaves: commands one after the other, as they came. Whatever is not the protocol closes
 * this connection and disturbs no other.
 */
export async function serveConnection(socket: Socket, answer: Answer, report: (error: unknown) => void): Promise<void> {
  socket.setNoDelay(true);
  // Resets and broken pipes are how clients leave.
  socket.on('error', () => socket.destroy());
  try {
    for await (const message of frames(socket)) {
      const request = readMessage(message);
      const body = await answer(request);
      if (request.wantsReply && !socket.destroyed) await send(socket, writeReply(request, body));
    }
  } catch (error) {
    if (!(error instanceof ProtocolError) && !isDisconnect(error)) report(error);
  } finally {
    socket.destroy();
  }
}

/** Cuts the byte stream into messages. Reading pauses while a command runs, so a client cannot pile up work here. */
async function* frames(socket: Socket): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let buffered = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    buffered += chunk.length;
    for (;;) {
      if (buffered < HEADER_BYTES) break;
      if (chunks[0]!.length < HEADER_BYTES) chunks = [Buffer.concat(chunks)];
      const length = chunks[0]!.readInt32LE(0);
      if (length < HEADER_BYTES || length > LARGEST_MESSAGE) throw new ProtocolError(`a message of ${length} bytes`);
      if (buffered < length) break;
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      chunks = all.length > length ? [all.subarray(length)] : [];
      buffered -= length;
      yield all.subarray(0, length);
    }
  }
}

function send(socket: Socket, bytes: Buffer): Promise<void> | void {
  if (socket.write(bytes)) return;
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

const isDisconnect = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/.test(String(error.code));
