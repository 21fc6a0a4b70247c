import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Actor } from '@/lib/actor';
import type { ClientFrameInput, ServerFrame } from '@/lib/realtime-protocol/frames';
import { signTicket } from '@/lib/realtime-protocol/ticket';

export const SECRET = 'test-secret-test-secret-test-secret-00';

export const ticketFor = async (actor: Actor): Promise<string> =>
  (await signTicket(SECRET, { sub: actor.id.toHexString(), sid: actor.sessionId, jti: randomUUID() })).ticket;

type Kind = ServerFrame['t'];
export type Frame<K extends Kind> = Extract<ServerFrame, { t: K }>;

/** A client on the wire: keeps every frame it got, and waits for one without sleeping. */
export class Wire {
  readonly frames: ServerFrame[] = [];
  readonly closed: Promise<number>;
  readonly #waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)) as ServerFrame);
      for (const look of [...this.#waiting]) look();
    });
    this.closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
  }

  static async open(port: number, origin?: string): Promise<Wire> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, origin === undefined ? {} : { origin });
    const wire = new Wire(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
      socket.once('error', reject);
    });
    return wire;
  }

  /** Opens and is admitted. */
  static async as(port: number, actor: Actor): Promise<Wire> {
    const wire = await Wire.open(port);
    wire.say({ t: 'auth', ticket: await ticketFor(actor) });
    await wire.until('ready');
    return wire;
  }

  say(frame: ClientFrameInput): void {
    this.socket.send(JSON.stringify(frame));
  }

  of<K extends Kind>(kind: K): Frame<K>[] {
    return this.frames.filter((frame): frame is Frame<K> => frame.t === kind);
  }

  /** The first frame of a kind that `accept` takes, now or when it comes. */
  until<K extends Kind>(kind: K, accept: (frame: Frame<K>) => boolean = () => true, ms = 15_000): Promise<Frame<K>> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.of(kind).find(accept);
        if (!found) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no ${kind} frame; got ${this.frames.map((one) => one.t).join(', ')}`));
      }, ms);
      this.#waiting.add(look);
      look();
    });
  }

  /** Whether the line still stands. */
  open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Ends politely and waits for it. */
  async end(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
