import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { signTicket } from '../../../lib/realtime-protocol/ticket';
import { SECRET } from '../../support/wire';
import type { Member } from './people';

/** One open connection of a stack, as the bench uses it. */
export interface Line {
  /** Resolves when the message is acknowledged. */
  send(conversationId: string, clientMessageId: string, content: string): Promise<void>;
  /** Resolves when a message with this id has arrived here. */
  arrived(clientMessageId: string): Promise<void>;
  drop(): void;
}

/** Opens the connection of a member; a ticket is fetched by HTTP in life, so it is made before the clock starts. */
export type Open = (port: number, member: Member, ticket: string) => Promise<Line>;

/** Waits by name: for acknowledgements and arrivals. */
class Waiting {
  readonly #waiting = new Map<string, () => void>();

  for(name: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(name, resolve));
  }

  done(name: string): void {
    this.#waiting.get(name)?.();
    this.#waiting.delete(name);
  }
}

const lineOf = (socket: WebSocket, write: (conversationId: string, id: string, content: string) => void) => {
  const [acks, arrivals] = [new Waiting(), new Waiting()];
  const line: Line = {
    send(conversationId, id, content) {
      const acknowledged = acks.for(id);
      write(conversationId, id, content);
      return acknowledged;
    },
    arrived: (id) => arrivals.for(id),
    drop: () => socket.terminate(),
  };
  return { line, acks, arrivals };
};

export const ticketOf = async ({ actor }: Member): Promise<string> =>
  (await signTicket(SECRET, { sub: actor.id.toHexString(), sid: actor.sessionId, jti: randomUUID() })).ticket;

function open(
  url: string,
  begin: (socket: WebSocket, take: (listener: (data: string) => void) => void, ready: (line: Line) => void) => void,
): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    begin(socket, (listener) => socket.on('message', (data) => listener(String(data))), resolve);
  });
}

export const openBare: Open = (port, { actor, conversationIds }) =>
  open(`ws://127.0.0.1:${port}/`, (socket, take, ready) => {
    const { line, acks, arrivals } = lineOf(socket, (conversationId, clientMessageId, content) =>
      socket.send(JSON.stringify({ t: 'send', conversationId, clientMessageId, content })),
    );
    socket.once('open', () =>
      socket.send(JSON.stringify({ t: 'hello', user: actor.id.toHexString(), conversationIds })),
    );
    take((data) => {
      const frame = JSON.parse(data);
      if (frame.t === 'ready') ready(line);
      else if (frame.t === 'ack') acks.done(frame.clientMessageId);
      else arrivals.done(frame.message.clientMessageId);
    });
  });

/** Speaks Socket.IO's own protocol (Engine.IO 4 over a web socket) without its client, which would cost more than `ws`. */
export const openSocketIo: Open = (port, { actor, conversationIds }) =>
  open(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, (socket, take, ready) => {
    let next = 0;
    const asked = new Map<number, string>();
    const { line, acks, arrivals } = lineOf(socket, (conversationId, clientMessageId, content) => {
      asked.set(next, clientMessageId);
      socket.send(`42${next++}${JSON.stringify(['send', { conversationId, clientMessageId, content }])}`);
    });
    take((data) => {
      if (data === '2') socket.send('3');
      else if (data.startsWith('0'))
        socket.send(`40${JSON.stringify({ user: actor.id.toHexString(), conversationIds })}`);
      else if (data.startsWith('40')) ready(line);
      else if (data.startsWith('42')) arrivals.done(JSON.parse(data.slice(2))[1].clientMessageId);
      else if (data.startsWith('43')) {
        const number = Number.parseInt(data.slice(2), 10);
        acks.done(asked.get(number) ?? '');
        asked.delete(number);
      }
    });
  });

/** The house's: ticket, `ready`, `resume` where the browser stood, and the `pong` that says that both are done. */
export const openHouse: Open = (port, _member, ticket) =>
  open(`ws://127.0.0.1:${port}/ws`, (socket, take, ready) => {
    const { line, acks, arrivals } = lineOf(socket, (conversationId, clientMessageId, content) =>
      socket.send(JSON.stringify({ t: 'send', conversationId, clientMessageId, type: 'text', content })),
    );
    socket.once('open', () => socket.send(JSON.stringify({ t: 'auth', ticket })));
    take((data) => {
      const frame = JSON.parse(data);
      if (frame.t === 'ack') acks.done(frame.clientMessageId);
      else if (frame.t === 'message') arrivals.done(frame.message.clientMessageId);
      else if (frame.t === 'pong') ready(line);
      else if (frame.t === 'ready') {
        socket.send(JSON.stringify({ t: 'resume', after: frame.heads }));
        socket.send('{"t":"ping"}');
      }
    });
  });
