import { randomBytes } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor, Role } from '../../lib/actor';
import { accounts, sessions } from '../../lib/auth/documents';
import { SESSION_COOKIE, signSession } from '../../lib/auth/session-token';
import { createClientFile } from '../../lib/clients/create-client';
import type { Database } from '../../lib/db/client';
import type { DefinedRoute } from '../../lib/web/define-route';
import { HOUR_MS } from '@/lib/calendar';

const ORIGIN = 'http://maison.test';

/** Somebody signed in: an account, an open session, and for a client a file. */
export interface Person {
  actor: Actor;
  cookie: string;
}

/** Makes the route handlers of this process talk to the test's database. */
export function serveFrom(db: Database): void {
  (globalThis as typeof globalThis & { fashionflowDatabase?: Database }).fashionflowDatabase = db;
}

/** Writes an account with a session, as signing up and signing in would. */
export async function person(
  db: Database,
  role: Role,
  name = `${role} ${randomBytes(3).toString('hex')}`,
  options: { disabled?: boolean } = {},
): Promise<Person> {
  const now = new Date();
  const id = new ObjectId();
  const email = `${id.toHexString()}@exemple.fr`;
  const file = role === 'client' ? await createClientFile(db, { name, email, accountId: id }) : undefined;
  await accounts(db).insertOne({
    _id: id,
    email,
    name,
    role,
    locale: 'fr',
    disabled: options.disabled ?? false,
    clientId: file?._id,
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  const sid = randomBytes(12).toString('hex');
  await sessions(db).insertOne({
    _id: sid,
    accountId: id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + HOUR_MS),
    userAgent: 'vitest',
  });
  const token = await signSession(process.env['AUTH_SECRET'] ?? '', { sub: id.toHexString(), sid, role });
  return {
    actor: { id, role, name, email, locale: 'fr', clientId: file?._id, sessionId: sid },
    cookie: `${SESSION_COOKIE}=${token}`,
  };
}

export interface RouteAnswer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

interface Asked {
  who?: Person;
  method?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls a route handler as `who` (a visitor when left out), the way the browser's pages do; for answers that are no JSON. */
export async function callRaw(route: DefinedRoute, options: Asked = {}): Promise<Response> {
  const query = options.query ? `?${new URLSearchParams(options.query).toString()}` : '';
  const request = new Request(`${ORIGIN}/api/test${query}`, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      host: 'maison.test',
      origin: ORIGIN,
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.who ? { cookie: options.who.cookie } : {}),
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
  return route(request, { params: Promise.resolve(options.params ?? {}) });
}

/** The fields of an answer that its schema does not know: reading it leaves them out. */
function beyond(answered: unknown, named: unknown, path = ''): string[] {
  if (Array.isArray(answered) && Array.isArray(named))
    return answered.flatMap((one, at) => beyond(one, named[at], `${path}[${at}]`));
  if (!isRecord(answered) || !isRecord(named)) return [];
  return Object.entries(answered).flatMap(([key, value]) =>
    key in named ? beyond(value, named[key], `${path}.${key}`) : [`${path}.${key}`],
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same, with the JSON that is answered. */
export async function call<T = Record<string, unknown>>(
  route: DefinedRoute,
  options: Asked = {},
): Promise<RouteAnswer<T>> {
  const response = await callRaw(route, options);
  const text = await response.text();
  const body: unknown = text ? JSON.parse(text) : undefined;
  const said = route.definition.response;
  // What a route answers is what its description says, and not one field more: checked at every call of every test.
  if (response.ok && said && typeof said !== 'string') {
    const extra = beyond(body, said.parse(body));
    if (extra.length > 0)
      throw new Error(`${route.definition.operation} answers what it does not name: ${extra.join(', ')}`);
  }
  return { status: response.status, body: body as T, headers: response.headers };
}
