import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Actor } from '@/lib/actor';
import { SESSION_COOKIE, signSession } from '@/lib/auth/session-token';
import type { MessageDto, MessagePageDto } from '@/lib/chat/schemas';
import type { ClientFrameInput, ServerFrame } from '@/lib/realtime-protocol/frames';
import { SECRET, ticketFor } from '../../support/wire';
import type { LineRecord, RunRecord, Seen } from './record';

/** Codes that mean « later »; every other refusal is none that a fault explains. */
const LATER = new Set(['rate_limited', 'unavailable', 'internal', 'conflict']);
const ANSWER_MS = 4_000;
const SILENCE_MS = 3_000;
/** However hard the house was hit, a message is acknowledged within this time of its first try. */
const PATIENCE_MS = 120_000;

export interface TalkerOptions {
  record: RunRecord;
  actor: Actor;
  conversationId: string;
  /** Where the sidecar is; asked anew for each line. */
  port: () => number;
  /** The app's address. */
  door: string;
  /** Hands that write at the same time; each writes one message after the other. */
  hands?: number;
  /** A broken sender, for the negative control: it gives a message a new id each time it tries. */
  forgetful?: boolean;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const seenOf = ({ seq, id, content }: MessageDto): Seen => ({ seq, id, content });

/**
 * A person as the pages of the house behave: one line that comes back and takes up where it stood, messages that are sent
 * again under the same id until they are acknowledged, by the line or by HTTP. Whatever it is told goes into the record.
 */
export class Talker {
  readonly #heard = new Set<number>();
  readonly #waiting = new Map<string, (frame: ServerFrame | undefined) => void>();
  #position = 0;
  #socket: WebSocket | undefined;
  #online = false;
  #talking = true;
  #listening = true;
  acknowledged = 0;
  readonly #line: Promise<void>;
  #hands: Promise<void>[] = [];

  constructor(private readonly options: TalkerOptions) {
    this.#line = this.#listen();
  }

  get name(): string {
    return this.options.actor.name;
  }

  get id(): Actor['id'] {
    return this.options.actor.id;
  }

  /** Up to here it has heard everything. */
  get position(): number {
    return this.#position;
  }

  talk(): void {
    this.#talking = true;
    for (let hand = 0; hand < (this.options.hands ?? 2); hand += 1) this.#hands.push(this.#write(hand));
  }

  /** Says nothing new; resolves when all that was begun is acknowledged. */
  async finish(): Promise<void> {
    this.#talking = false;
    await Promise.all(this.#hands);
    this.#hands = [];
  }

  async leave(): Promise<void> {
    this.#listening = false;
    this.#socket?.terminate();
    await this.#line;
  }

  async #write(hand: number): Promise<void> {
    const { actor, conversationId, record } = this.options;
    const stream = `${actor.name}, hand ${hand}, ${randomUUID().slice(0, 8)}`;
    for (let n = 0; this.#talking; n += 1) {
      const content = `${stream}, ${n}`;
      const message = await this.#deliver(content);
      if (!message) return;
      record.acknowledged.push({ ...seenOf(message), conversationId, stream, n });
      this.acknowledged += 1;
    }
  }

  async #deliver(content: string): Promise<MessageDto | undefined> {
    const { record, forgetful } = this.options;
    let clientMessageId = randomUUID();
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      // By the line mostly; now and then, and where it is down, by the app.
      const byLine = this.#online && Math.random() < 0.8;
      const answer = byLine ? await this.#say(clientMessageId, content) : await this.#post(clientMessageId, content);
      if (answer && 'message' in answer) return answer.message;
      if (answer && !LATER.has(answer.code)) {
        record.complaints.push(`${this.name} was refused « ${content} »: ${answer.code}`);
        return undefined;
      }
      if (forgetful) clientMessageId = randomUUID();
      await wait(50 + Math.random() * 100);
    }
    record.complaints.push(`« ${content} » was not acknowledged within ${PATIENCE_MS / 1_000} s`);
    return undefined;
  }

  async #say(
    clientMessageId: string,
    content: string,
  ): Promise<{ message: MessageDto } | { code: string } | undefined> {
    const { conversationId } = this.options;
    const frame = await new Promise<ServerFrame | undefined>((resolve) => {
      const timer = setTimeout(() => finish(undefined), ANSWER_MS);
      const finish = (answer: ServerFrame | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(clientMessageId);
        resolve(answer);
      };
      this.#waiting.set(clientMessageId, finish);
      this.#tell({ t: 'send', conversationId, clientMessageId, type: 'text', content });
    });
    if (frame?.t === 'ack') return { message: frame.message };
    return frame?.t === 'error' ? { code: frame.code } : undefined;
  }

  async #post(
    clientMessageId: string,
    content: string,
  ): Promise<{ message: MessageDto } | { code: string } | undefined> {
    try {
      const answer = await fetch(await this.#address(), {
        method: 'POST',
        headers: { ...(await this.#headers()), 'content-type': 'application/json' },
        body: JSON.stringify({ clientMessageId, type: 'text', content }),
        signal: AbortSignal.timeout(ANSWER_MS * 2),
      });
      if (answer.ok) return { message: (await answer.json()) as MessageDto };
      return { code: ((await answer.json()) as { code: string }).code };
    } catch {
      return undefined;
    }
  }

  /** One page of the conversation by the app. */
  async page(query: string): Promise<MessagePageDto> {
    const answer = await fetch(`${await this.#address()}?${query}`, { headers: await this.#headers() });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as MessagePageDto;
  }

  async #address(): Promise<string> {
    return `${this.options.door}/api/conversations/${this.options.conversationId}/messages`;
  }

  async #headers(): Promise<Record<string, string>> {
    const { id, sessionId, role } = this.options.actor;
    const token = await signSession(SECRET, { sub: id.toHexString(), sid: sessionId, role });
    return { cookie: `${SESSION_COOKIE}=${token}`, origin: this.options.door };
  }

  async #listen(): Promise<void> {
    while (this.#listening) {
      await this.#oneLine().catch(() => undefined);
      this.#online = false;
      for (const finish of [...this.#waiting.values()]) finish(undefined);
      if (this.#listening) await wait(50 + Math.random() * 150);
    }
  }

  /** One line from its opening to its end, whoever ends it; nothing heard for a while counts as its end. */
  async #oneLine(): Promise<void> {
    const { record, actor, conversationId, port } = this.options;
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/ws`);
    this.#socket = socket;
    const line = record.line(actor.name, conversationId);
    let heardAt = performance.now();
    const pings = setInterval(() => {
      if (performance.now() - heardAt > SILENCE_MS) socket.terminate();
      else if (this.#online) this.#tell({ t: 'ping' });
    }, SILENCE_MS / 4);
    socket.on('message', (data) => {
      heardAt = performance.now();
      this.#hear(line, JSON.parse(String(data)) as ServerFrame);
    });
    socket.on('open', () => {
      void ticketFor(actor).then((ticket) => this.#tell({ t: 'auth', ticket }));
    });
    await new Promise<void>((resolve) => socket.on('error', () => undefined).on('close', () => resolve()));
    clearInterval(pings);
  }

  #tell(frame: ClientFrameInput): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #hear(line: LineRecord, frame: ServerFrame): void {
    const { conversationId } = this.options;
    if (frame.t === 'ready') {
      line.events.push({ t: 'ready', head: frame.heads[conversationId] ?? 0 });
      line.events.push({ t: 'resume', after: this.#position });
      this.#online = true;
      this.#tell({ t: 'resume', after: { [conversationId]: this.#position } });
    } else if (frame.t === 'message' && frame.message.conversationId === conversationId) {
      line.events.push({ t: 'message', message: seenOf(frame.message) });
      this.#took(frame.message.seq);
    } else if (frame.t === 'reset' && frame.conversationId === conversationId) {
      line.events.push({ t: 'reset' });
      void this.#readAgain();
    } else if (frame.t === 'ack' || (frame.t === 'error' && frame.clientMessageId !== undefined))
      this.#waiting.get(frame.clientMessageId ?? '')?.(frame);
  }

  #took(seq: number): void {
    this.#heard.add(seq);
    while (this.#heard.has(this.#position + 1)) this.#position += 1;
  }

  /** The house says that too much is missing: what is, is read by HTTP. */
  async #readAgain(): Promise<void> {
    const { record, actor, conversationId } = this.options;
    for (let more = true; more && this.#listening;) {
      const page = await this.page(`after=${this.#position}&limit=100`).catch(() => undefined);
      if (!page) await wait(200);
      if (!page) continue;
      record.fetched.push({ reader: actor.name, conversationId, messages: page.items.map(seenOf) });
      for (const { seq } of page.items) this.#took(seq);
      more = page.nextCursor !== null;
    }
  }
}
