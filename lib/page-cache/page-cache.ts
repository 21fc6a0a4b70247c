import type { IncomingMessage, ServerResponse } from 'node:http';
import { modelSlug, pageKey } from './page-key';
import { type Encoding, KeptPage, PageStore, type Rendered } from './page-store';

/** How long a page is given out before it is rendered again behind the visitor's back: hours and « busy until » move on. */
const FRESH_MS = 60_000;
/** After this nobody is given the old one any more, even while a new one is made. */
const OLDEST_MS = 10 * 60_000;
const ROOM_BYTES = 64 * 1024 * 1024;
/** A shared cache may keep a page for a minute; a browser asks each time and is answered 304. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60';
const DROPPED = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'etag',
  'content-encoding',
]);

interface Options {
  /** Renders the page of a request in full, uncompressed. */
  render: (request: IncomingMessage) => Promise<Rendered>;
  /** The Content-Security-Policy of a page with these scripts, for who asks. */
  policy?: (request: IncomingMessage, scripts: readonly string[]) => string;
  /** Whether a model was shown once and is put away: its address answers 410 instead of 404. */
  isArchived: (slug: string) => Promise<boolean>;
  /** The clock, in milliseconds. */
  now?: () => number;
  maxBytes?: number;
}

/** The best encoding that the caller takes (RFC 9110, 12.5.3; only « q=0 » is looked at, nobody else weighs these three). */
function encodingOf(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0+)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity';
}

/**
 * Public pages are made once and given out many times: a page is rendered when it is first asked for, kept with its
 * compressed forms, and forgotten as soon as something it may show has changed (`clear`). Requests that arrive while a page
 * is being rendered wait for that one rendering.
 */
export class PageCache {
  readonly #store: PageStore;
  readonly #making = new Map<string, Promise<KeptPage>>();
  readonly #now: () => number;

  constructor(private readonly options: Options) {
    this.#store = new PageStore(options.maxBytes ?? ROOM_BYTES);
    this.#now = options.now ?? Date.now;
  }

  /** Something that public pages may show has changed. */
  clear(): void {
    this.#store.clear();
  }

  /**
   * Answers a request for a public page.
   * @returns whether it did; if not, the request is somebody else's to answer
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const key = pageKey(request.method, request.url ?? '', request.headers);
    if (key === null) return false;
    const kept = this.#store.get(key);
    const age = kept ? this.#now() - kept.at : Infinity;
    if (kept && age < OLDEST_MS) {
      // The next visitor gets the new one. A failed rendering leaves the old one where it is.
      if (age >= FRESH_MS) void this.#make(key, request).catch(() => undefined);
      await this.#send(kept, request, response, age < FRESH_MS ? 'hit' : 'stale');
    } else await this.#send(await this.#make(key, request), request, response, 'miss');
    return true;
  }

  #make(key: string, request: IncomingMessage): Promise<KeptPage> {
    const { generation } = this.#store;
    // What was begun before a change is no answer to a request made after it.
    const making = `${generation}\n${key}`;
    let page = this.#making.get(making);
    if (!page) {
      page = this.#render(key, request, generation).finally(() => this.#making.delete(making));
      this.#making.set(making, page);
    }
    return page;
  }

  async #render(key: string, request: IncomingMessage, generation: number): Promise<KeptPage> {
    const at = this.#now();
    const rendered = await this.options.render(request);
    const slug = modelSlug(request.url ?? '');
    const gone = rendered.status < 300 && slug !== undefined && (await this.options.isArchived(slug));
    const page = new KeptPage(gone ? { ...rendered, status: 410 } : rendered, at);
    // Anybody can ask for pages that do not exist; they must not push out those that do.
    if (page.page.status === 200 && page.page.headers['set-cookie'] === undefined)
      this.#store.keep(key, page, generation);
    return page;
  }

  async #send(kept: KeptPage, request: IncomingMessage, response: ServerResponse, from: string): Promise<void> {
    const { status, headers, body, scripts } = kept.page;
    const encoding = body.length > 1_024 ? encodingOf(request.headers['accept-encoding']) : 'identity';
    const bytes = await kept.body(encoding);
    for (const [name, value] of Object.entries(headers)) if (!DROPPED.has(name)) response.setHeader(name, value);
    const vary = [headers['vary'], 'Accept-Encoding'].flat().filter(Boolean).join(', ');
    response.setHeader('vary', vary);
    response.setHeader('x-page-cache', from);
    if (this.options.policy) response.setHeader('content-security-policy', this.options.policy(request, scripts ?? []));
    if (status === 200) {
      const etag = `"${kept.etag}-${encoding}"`;
      response.setHeader('cache-control', CACHE_CONTROL);
      response.setHeader('etag', etag);
      const known = String(request.headers['if-none-match'] ?? '');
      if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
        response.statusCode = 304;
        response.end();
        return;
      }
    }
    response.statusCode = status;
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}
