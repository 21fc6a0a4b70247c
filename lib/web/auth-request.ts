import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';
import { isHttps, requestHost } from './origin';
import { readBody } from './read-body';

/** What next-auth needs of a request, read once. */
export interface AuthCall {
  method: string;
  /** `callback`, `credentials`… */
  path: string[];
  query: Record<string, string>;
  headers: Record<string, string>;
  cookies: Record<string, string>;
  body: Record<string, string>;
}

/** An address, a password and a token take one kilobyte; nothing a person signs in with takes sixteen. */
const BODY_BYTES = 16 * 1024;

async function readFields(request: Request): Promise<Record<string, string>> {
  if (request.method !== 'POST') return {};
  const text = new TextDecoder().decode(await readBody(request, BODY_BYTES));
  if (!request.headers.get('content-type')?.includes('application/json'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const data: unknown = JSON.parse(text);
    return Object.fromEntries(
      Object.entries(data ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function readCookies(header: string | null): Record<string, string> {
  const pairs = (header ?? '').split(';').flatMap((part): [string, string][] => {
    const [name, ...rest] = part.trim().split('=');
    if (!name) return [];
    try {
      return [[name, decodeURIComponent(rest.join('='))]];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(pairs);
}

/**
 * Reads a request into what next-auth takes.
 * @throws AppError payload_too_large for a form no sign-in needs.
 */
export async function readAuthCall(request: Request, path: string[]): Promise<AuthCall> {
  return {
    method: request.method,
    path,
    query: Object.fromEntries(new URL(request.url).searchParams),
    headers: {
      ...Object.fromEntries(request.headers),
      // next-auth builds its addresses from these two; they say what this house believes, not what a caller wrote.
      'x-forwarded-host': requestHost(request.headers),
      'x-forwarded-proto': isHttps(request.headers) ? 'https' : 'http',
    },
    cookies: readCookies(request.headers.get('cookie')),
    body: await readFields(request),
  };
}

/**
 * Runs next-auth on a plain request and gives a plain response. Its own App Router entry reads `next/headers`, which
 * exists only inside a running server; this way the same door is tried by the tests.
 */
export async function runNextAuth(call: AuthCall, options: AuthOptions): Promise<Response> {
  const headers = new Headers({ 'cache-control': 'no-store' });
  let status = 200;
  let body: string | null = null;
  let cookies: string[] = [];
  const res = {
    status: (code: number) => {
      status = code;
      return res;
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? cookies : (headers.get(name) ?? undefined)),
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') cookies = [value].flat();
      else headers.set(name, String(value));
      return res;
    },
    json: (data: unknown) => {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(data);
    },
    send: (data: unknown) => {
      if (typeof data === 'string') body = data;
      else if (data !== undefined) res.json(data);
    },
    end: () => undefined,
  };
  const { method, headers: given, cookies: jar, query, path, body: fields } = call;
  const req = { method, headers: given, cookies: jar, query: { ...query, nextauth: path }, body: fields };
  await (NextAuth(req as unknown as NextApiRequest, res as unknown as NextApiResponse, options) as Promise<void>);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(body, { status, headers });
}
