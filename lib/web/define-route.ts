import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, type ClientActor, isClient, isStaff, type Locale, type StaffActor } from '../actor';
import { withCaller } from '../audit/caller';
import { appDatabase, type Database } from '../db/client';
import { AppError } from '../errors';
import { log } from '../log';
import { observeRequest } from '../metrics';
import { consume, type RateRule } from '../rate-limit';
import { actorOf } from './current-actor';
import { once } from './idempotency';
import { callerOf, comesFromUs, requestAddress } from './origin';
import { asData, DATA_HEADERS, invalidRequest, problemResponse } from './problem';
import { readJson } from './read-json';
import { requestLocale } from './request-locale';

/** Who may call: `visitor` is everyone (the actor is given where there is one). */
export type Access = 'visitor' | 'signedIn' | 'client' | 'staff' | 'owner';

type ActorFor<A extends Access> = A extends 'visitor'
  ? Actor | null
  : A extends 'client'
    ? ClientActor
    : A extends 'staff' | 'owner'
      ? StaffActor
      : Actor;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface RouteDefinition<
  A extends Access,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> {
  /** A verb and a noun, unique: the operationId of the OpenAPI document and the scope of an Idempotency-Key. */
  operation: string;
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  /** The JSON body. A route that reads the request itself (uploads) leaves it out. */
  body?: B;
  /** A call without a body (and so without a content type) counts as `{}`. */
  bodyOptional?: boolean;
  /** What is answered, for the OpenAPI document: a schema, or the media type of what is not JSON. */
  response?: z.ZodType | string;
  /** Status of a plain result; 200 by default, 204 sends no body. */
  status?: 200 | 201 | 202 | 204;
  /** Open to somebody of the staff who has not the second key yet that the owner asks for. */
  beforeSecondKey?: boolean;
  /** Asked from no page of ours: what the address carries counts, and no cookie does. */
  fromAnywhere?: boolean;
  /** Creating calls accept Idempotency-Key. */
  idempotent?: boolean;
  /** What is counted before anything is read, for the keys each rule gives; `client`: for clients, not for the staff. */
  limits?: { rule: RateRule; key: 'address' | 'actor' | 'client' | ((body: Parsed<B>) => string) }[];
  maxBodyBytes?: number;
}

export interface RouteContext<
  A extends Access,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> {
  db: Database;
  actor: ActorFor<A>;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  locale: Locale;
  request: Request;
  requestId: string;
}

/** A result with a status of its own, e.g. 200 instead of 201 for « was there already ». */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;
/** A route handler that knows its own description (for the OpenAPI document). */
export type DefinedRoute = Handler & {
  definition: RouteDefinition<Access, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;
};

const DEFAULT_BODY_BYTES = 256 * 1024;

function admit(access: Access, actor: Actor | null): void {
  if (access === 'visitor') return;
  if (!actor) throw new AppError('unauthenticated');
  const allowed =
    access === 'signedIn' ||
    (access === 'client' && isClient(actor)) ||
    (access === 'staff' && isStaff(actor)) ||
    (access === 'owner' && actor.role === 'owner');
  if (!allowed) throw new AppError('forbidden');
}

function parse(schema: z.ZodType | undefined, value: unknown, locale: Locale): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw invalidRequest(result.error, locale);
  return result.data;
}

function isDatabaseAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|TopologyClosed)/.test(error.name)
  );
}

function send(answer: Answer, requestId: string): Response {
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...DATA_HEADERS,
    ...answer.headers,
  });
  if (answer.status === 204) return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/**
 * Makes a route handler: request id, origin check, who is calling, rate limits, shape of path, query and body,
 * idempotency, error mapping and one log line. The handler itself only calls a use case and returns its result
 * (or an `Answer`, or a `Response` for what is not JSON).
 */
export function defineRoute<
  A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: RouteDefinition<A, P, Q, B>,
  handle: (context: RouteContext<A, P, Q, B>) => Promise<unknown>,
): DefinedRoute {
  const run = async (
    request: Request,
    rawParams: Record<string, unknown>,
    state: { actor: Actor | null },
    requestId: string,
  ): Promise<Response> => {
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (!safe && !definition.fromAnywhere && !comesFromUs(request.headers)) throw new AppError('foreign_origin');
    const db = appDatabase();
    const caller = definition.fromAnywhere ? null : await actorOf(request.headers);
    // What is everybody's stays open; it is answered as to anybody.
    state.actor = caller?.lacksSecondKey && definition.access === 'visitor' ? null : caller;
    const actor = state.actor;
    // A page made for one account does nothing in the name of another that signed in on the same browser since.
    const page = request.headers.get('x-account');
    if (page !== null && actor && page !== actor.id.toHexString()) throw new AppError('other_account');
    const locale = requestLocale(request.headers, actor);
    admit(definition.access, actor);
    if (actor?.lacksSecondKey && !definition.beforeSecondKey) throw new AppError('second_key_required');
    for (const { rule, key } of definition.limits ?? []) {
      if (key === 'address') await consume(db, rule, requestAddress(request.headers));
      else if (key === 'client') {
        if (actor && !isStaff(actor)) await consume(db, rule, actor.id.toHexString());
      } else if (key === 'actor') await consume(db, rule, actor?.id.toHexString() ?? 'visitor');
    }
    const params = parse(definition.params, rawParams, locale);
    const query = parse(definition.query, Object.fromEntries(new URL(request.url).searchParams), locale);
    const bare = definition.bodyOptional && request.headers.get('content-type') === null;
    const body = definition.body
      ? parse(
          definition.body,
          bare ? {} : await readJson(request, definition.maxBodyBytes ?? DEFAULT_BODY_BYTES),
          locale,
        )
      : undefined;
    for (const { rule, key } of definition.limits ?? [])
      if (typeof key === 'function') await consume(db, rule, key(body as Parsed<B>));
    // The schemas above are what gives these their types.
    const context = { db, actor, params, query, body, locale, request, requestId } as RouteContext<A, P, Q, B>;
    const work = async (): Promise<Answer | Response> => {
      const result = await handle(context);
      return result instanceof Answer || result instanceof Response
        ? result
        : new Answer(definition.status ?? 200, result);
    };
    const key = definition.idempotent ? request.headers.get('idempotency-key') : null;
    if (!key) {
      const result = await work();
      return result instanceof Response ? asData(result, requestId) : send(result, requestId);
    }
    if (key.length > 200) throw new AppError('invalid_request');
    const first = await once(
      db,
      {
        owner: actor?.id.toHexString() ?? `visitor ${requestAddress(request.headers)}`,
        operation: definition.operation,
        key,
        body: [rawParams, body],
      },
      async () => {
        const result = await work();
        if (result instanceof Response)
          throw new Error(`${definition.operation} answers a raw response and cannot be idempotent`);
        return result;
      },
    );
    return send(
      new Answer(first.status, first.body, first.replayed ? { 'idempotent-replayed': 'true' } : {}),
      requestId,
    );
  };

  const handler: Handler = async (request, context) => {
    const requestId = randomUUID();
    const started = performance.now();
    const state: { actor: Actor | null } = { actor: null };
    let response: Response;
    let refused: string | undefined;
    try {
      const params = await context.params;
      response = await withCaller(callerOf(request.headers), () => run(request, params, state, requestId));
    } catch (error) {
      const locale = requestLocale(request.headers, state.actor);
      const known =
        error instanceof AppError
          ? error
          : new AppError(isDatabaseAway(error) ? 'unavailable' : 'internal', {
              cause: error,
              ...(isDatabaseAway(error) ? { retryAfter: 2 } : {}),
            });
      if (known.status >= 500)
        log().error({ requestId, operation: definition.operation, err: error }, 'request failed');
      refused = known.code;
      response = problemResponse(known, locale, requestId);
    }
    const ms = performance.now() - started;
    observeRequest(definition.operation, response.status, ms / 1000);
    log().info({
      requestId,
      operation: definition.operation,
      method: request.method,
      status: response.status,
      refused,
      ms: Math.round(ms),
      account: state.actor?.id.toHexString(),
    });
    return response;
  };
  return Object.assign(handler, { definition: definition as unknown as DefinedRoute['definition'] });
}
