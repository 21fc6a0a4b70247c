/** A message as anybody outside sees it. */
export interface Seen {
  seq: number;
  id: string;
  content: string;
}

/** A message whose sender was told that it is kept. `stream` and `n`: what one hand wrote, one message after the other. */
export interface Acknowledged extends Seen {
  conversationId: string;
  stream: string;
  n: number;
}

/** What one line said to one reader, in the order in which it came. */
export type LineEvent =
  { t: 'ready'; head: number } | { t: 'resume'; after: number } | { t: 'reset' } | { t: 'message'; message: Seen };

/** One connection of a reader. */
export interface LineRecord {
  reader: string;
  conversationId: string;
  events: LineEvent[];
}

/** What was left when everything was quiet again. */
export interface Remains {
  conversationId: string;
  /** The messages as the database has them. */
  stored: Seen[];
  /** The same as the HTTP route gives them, upwards and downwards, page after page. */
  upwards: Seen[];
  downwards: Seen[];
  /** The number that the conversation itself has as its last. */
  lastSeq: number;
  /** Lines in the bell of each reader for this conversation. */
  bells: Record<string, number>;
}

/** Everything a run of the fault tests saw from outside; `judge` says what is wrong with it. */
export class RunRecord {
  readonly acknowledged: Acknowledged[] = [];
  readonly lines: LineRecord[] = [];
  /** Read by HTTP because the line said to read again. */
  readonly fetched: { reader: string; conversationId: string; messages: Seen[] }[] = [];
  /** Refusals and silences that no fault explains. */
  readonly complaints: string[] = [];
  readonly remains: Remains[] = [];

  line(reader: string, conversationId: string): LineRecord {
    const line: LineRecord = { reader, conversationId, events: [] };
    this.lines.push(line);
    return line;
  }
}
