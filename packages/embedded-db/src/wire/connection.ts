import type { Socket } from 'node:net';
import { LARGEST_MESSAGE, ProtocolError, readMessage, type Request } from './messages';

const HEADER_BYTES = 16;

/** Answers one command with a whole message. It does not throw: errors are replies. */
export type Answer = (request: Request) => Promise<Buffer>;

/**
 * Serves one client until it leaves: commands one after the other, as they came. Whatever is not the protocol closes
 * this connection and disturbs no other.
 */
export function serveConnection(socket: Socket, answer: Answer, report: (error: unknown) => void): void {
  const input = new MessageReader();
  let isServing = false;
  const serve = async () => {
    isServing = true;
    try {
      for (let message = input.next(); message; message = input.next()) {
        const request = readMessage(message);
        const reply = await answer(request);
        if (request.wantsReply && socket.writable) await send(socket, reply);
      }
      isServing = false;
      if (socket.isPaused()) socket.resume();
    } catch (error) {
      if (!(error instanceof ProtocolError)) report(error);
      socket.destroy();
    }
  };
  socket.setNoDelay(true);
  // Resets and broken pipes are how clients leave.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    input.add(chunk);
    // One chunk at most waits while a command runs, so a client cannot pile up work here.
    if (isServing) socket.pause();
    else void serve();
  });
}

/** Cuts the byte stream into messages. */
class MessageReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
  }

  /** The next message, once all of it has arrived. @throws ProtocolError for a length no message has. */
  next(): Buffer | undefined {
    if (this.buffered < HEADER_BYTES) return undefined;
    if (this.chunks[0]!.length < HEADER_BYTES) this.chunks = [Buffer.concat(this.chunks)];
    const length = this.chunks[0]!.readInt32LE(0);
    if (length < HEADER_BYTES || length > LARGEST_MESSAGE) throw new ProtocolError(`a message of ${length} bytes`);
    if (this.buffered < length) return undefined;
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    this.chunks = all.length > length ? [all.subarray(length)] : [];
    this.buffered -= length;
    return all.subarray(0, length);
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
