import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

export type Encoding = 'identity' | 'gzip' | 'br';

/** A rendered answer: what Next said, in full. */
export interface Rendered {
  status: number;
  /** Header names in lower case. */
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** How a policy names the scripts within a page. */
  scripts?: readonly string[];
}

/** An answer that is kept, with its compressed forms made once, when somebody first wants them. */
export class KeptPage {
  readonly etag: string;
  readonly #forms = new Map<Encoding, Promise<Buffer>>();
  #bytes: number;
  /** Hears of each compressed form that is made: it takes room too. */
  grown: ((bytes: number) => void) | undefined;

  constructor(
    readonly page: Rendered,
    /** When it was rendered, in milliseconds. */
    readonly at: number,
  ) {
    this.etag = createHash('sha256').update(page.body).digest('base64url').slice(0, 22);
    this.#bytes = page.body.length;
  }

  /** Memory it takes, in bytes, without its headers. */
  get bytes(): number {
    return this.#bytes;
  }

  body(encoding: Encoding): Promise<Buffer> {
    let form = this.#forms.get(encoding);
    if (!form) {
      form = this.#compress(encoding);
      this.#forms.set(encoding, form);
    }
    return form;
  }

  async #compress(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.page.body;
    const made =
      encoding === 'gzip'
        ? await toGzip(this.page.body)
        : await toBrotli(this.page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    this.#bytes += made.length;
    this.grown?.(made.length);
    return made;
  }
}

/**
 * Pages by key, the least recently asked for going first when the room is full. What was rendered before a change is
 * never kept after it: a page is kept only with the generation in which its rendering began.
 */
export class PageStore {
  readonly #pages = new Map<string, KeptPage>();
  #bytes = 0;
  #generation = 0;

  /** @param maxBytes room for bodies and their compressed forms */
  constructor(private readonly maxBytes: number) {}

  get generation(): number {
    return this.#generation;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** What is kept now takes so much memory. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): KeptPage | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** Keeps a page, unless something it may show has changed since `generation`. */
  keep(key: string, page: KeptPage, generation: number): boolean {
    if (generation !== this.#generation || page.bytes > this.maxBytes / 4) return false;
    this.#drop(key);
    this.#pages.set(key, page);
    page.grown = (bytes) => this.#take(bytes);
    this.#take(page.bytes);
    return true;
  }

  /** Forgets everything, and what is being rendered right now too. */
  clear(): void {
    this.#generation += 1;
    for (const key of this.#pages.keys()) this.#drop(key);
  }

  #drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    page.grown = undefined;
    this.#bytes -= page.bytes;
    this.#pages.delete(key);
  }

  #take(bytes: number): void {
    this.#bytes += bytes;
    for (const key of this.#pages.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.#drop(key);
    }
  }
}
