import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import next from 'next';
import sirv from 'sirv';
import { isOwnerless } from '../lib/begin/begin-house';
import { appDatabase } from '../lib/db/client';
import { env } from '../lib/env';
import { AppError } from '../lib/errors';
import { NewerSchemaError } from '../lib/db/migrations/run-migrations';
import { log } from '../lib/log';
import { watchEventLoop } from '../lib/metrics';
import { findArchivedModel } from '../lib/models/find-model';
import { followPublic } from '../lib/page-cache/follow-public';
import { PageCache } from '../lib/page-cache/page-cache';
import { RENDER_HEADER, renderPage } from '../lib/page-cache/render-page';
import { guardPage, POLICY_HEADER, renderSealed } from '../lib/page-wall/guard-page';
import { HOUSE_HEADERS } from '../lib/page-wall/house-headers';
import { ASSET_POLICY, DEVELOPING_POLICY, pagePolicy } from '../lib/page-wall/policy';
import { nameSourceLines } from '../lib/start/name-source-lines';
import { prepareDatabase } from '../lib/start/prepare-database';
import { afterwardsDone } from '../lib/web/afterwards';
import { allowedMethods, askOwn, READING } from '../lib/web/ask-own';
import { answerProblem } from '../lib/web/answer-problem';
import { isHttps } from '../lib/web/origin';
import { DATA_HEADERS } from '../lib/web/problem';
import { Turnstile, whileTheyKnock } from '../lib/web/turnstile';
import { loadEntries } from '../lib/web/warm-up';
import { ownerlessDoor } from '../lib/web/ownerless-door';
import { socketAddress } from '../lib/web/realtime-url';
import { openDoors } from './run/open-doors';

/**
 * Where the caller really comes from. Without a proxy in front, whatever the caller wrote into these headers is replaced
 * by what the socket says, so that rate limits and origin checks cannot be talked out of it.
 */
function ownForwardedHeaders(request: IncomingMessage): void {
  // Next takes a nonce from this one: it is ours to say.
  delete request.headers[POLICY_HEADER];
  // What is between the caller's connection and this server goes no further.
  for (const name of ['connection', 'upgrade', 'http2-settings']) delete request.headers[name];
  if (env().TRUST_PROXY) return;
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  request.headers['x-forwarded-host'] = request.headers.host ?? '';
  request.headers['x-forwarded-proto'] = 'http';
}

const dev = process.argv.includes('--dev');
if (!dev) nameSourceLines();
const { HOST, PORT } = env();

try {
  const migrations = await prepareDatabase(appDatabase());
  if (migrations.length > 0) log().info({ migrations }, 'the database was brought to this version');
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    error instanceof NewerSchemaError ? `${words}\n` : `The database could not be prepared: ${words}\n`,
  );
  process.exit(1);
}

const isData = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/api/');

const app = next({ dev, hostname: HOST, port: PORT });
await app.prepare();
const answerByNext = app.getRequestHandler();

const turnstile = new Turnstile();
let knocks = 0;
/** Pages are made some at a time: a crowd at once would hold the loop, and with it whoever asks for something small. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isData(request) || request.url?.startsWith('/_next/')) return answerByNext(request, response);
  const leave = await turnstile.enter();
  response.once('close', leave);
  try {
    await whileTheyKnock(() => knocks);
    if (!response.destroyed) await answerByNext(request, response);
  } finally {
    leave();
  }
}

/** Calls that change what public pages show: whoever reads a page after such an answer reads the change. */
const CHANGES_PAGES = /^\/api\/(?:models|house|staff|me|accounts|invitations|appointments)\b(?!.*\/favourite$)/;
/** Renders pages for the cache: on this machine only, and only for who knows this process's own secret. */
const secret = randomBytes(24).toString('hex');
const renderer = createServer((request, response) => {
  if (request.headers[RENDER_HEADER] === secret) void handle(request, response);
  else response.writeHead(404).end();
});
// Only this process calls: its connections stay until it ends.
renderer.keepAliveTimeout = 0;
await new Promise<void>((resolve) => renderer.listen(0, '127.0.0.1', resolve));
const rendererPort = (renderer.address() as AddressInfo).port;
const pages = new PageCache({
  render: (request) => renderSealed((headers) => renderPage(rendererPort, secret, request, headers)),
  policy: (request, scripts) => policyFor(request)(scripts),
  isArchived: async (slug) => (await findArchivedModel(appDatabase(), slug)) !== null,
});
const stopFollowing = followPublic(
  appDatabase(),
  () => pages.clear(),
  (error) => log().warn({ err: error }, 'changes of public pages are not followed; opening the stream again'),
);

function forgetPagesBefore(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    pages.clear();
    return writeHead(...args);
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Pages are read; what an address of the API takes is its route's to say. */
async function refuseMethod(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const allow = isData(request) ? await allowedMethods(rendererPort, secret, request.url ?? '') : READING;
  await answerProblem(request, response, new AppError('method_not_allowed', { allow }));
}

function failed(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  // What follows the « ? » may be a key.
  log().error({ err: error, path: request.url?.split('?', 1)[0] }, 'a request failed');
  if (!response.headersSent) response.writeHead(502);
  response.end();
}

/** Once a browser has come by https, it never tries http again; said only where the house's address is https. */
const onlyHttps = /^https:/i.test(env().APP_URL ?? '');

/** What the last one who asked came by: nearly always what the next one comes by. */
let way: { said?: string; socket: string | undefined; https: boolean } = { socket: undefined, https: false };

/** The policy of a page for whoever asks: their socket's address depends on the one they came by. */
function policyFor({ headers: asked }: IncomingMessage): (scripts: readonly string[]) => string {
  const [forwarded, proto] = [String(asked['x-forwarded-host'] ?? ''), String(asked['x-forwarded-proto'] ?? '')];
  const said = `${asked.host} ${forwarded} ${proto}`;
  if (way.said !== said) {
    const headers = new Headers({ host: asked.host ?? '' });
    if (forwarded) headers.set('x-forwarded-host', forwarded);
    if (proto) headers.set('x-forwarded-proto', proto);
    way = { said, socket: socketAddress(headers), https: isHttps(headers) };
  }
  const { socket, https } = way;
  return (scripts) => pagePolicy({ scripts, socket, https });
}

const compress = compression();

/** What Next answers by itself at an address of the API (a method that the route has not) says what our answers say, in words too. */
function guardData(request: IncomingMessage, response: ServerResponse): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]) => {
    if (response.statusCode !== 405 || response.headersSent || response.hasHeader('content-type')) return end(...args);
    response.end = end;
    refuseMethod(request, response).catch((error: unknown) => failed(error, request, response));
    return response;
  }) as typeof response.end;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries(DATA_HEADERS))
      if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead(...args);
  };
}

/** Answers of the API carry a policy of their own. */
function guard(request: IncomingMessage, response: ServerResponse): void {
  if (isData(request)) return guardData(request, response);
  if (dev) response.setHeader(POLICY_HEADER, DEVELOPING_POLICY);
  else if (request.url?.startsWith('/_next/') || request.headers['rsc'] !== undefined)
    response.setHeader(POLICY_HEADER, ASSET_POLICY);
  else guardPage(request, response, policyFor(request));
}

const ASSETS = '/_next/static/';
/** What the build made and compressed, once for all (scripts/run/compress-assets.ts); its names are of its content. */
const assets = dev
  ? undefined
  : sirv('.next/static', { maxAge: 31_536_000, immutable: true, brotli: true, gzip: true });

/** A file of the build, without Next: nothing of it is asked or compressed anew. @returns whether it was answered */
function answerAsset(request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '', method } = request;
  if (!assets || !url.startsWith(ASSETS) || (method !== 'GET' && method !== 'HEAD')) return false;
  response.setHeader(POLICY_HEADER, ASSET_POLICY);
  let found = true;
  request.url = url.slice(ASSETS.length - 1);
  assets(request, response, () => {
    found = false;
  });
  request.url = url;
  return found;
}

/** Whether everything that is asked for is loaded: the house is not announced before. */
let warm = dev;
async function warmUp(): Promise<void> {
  const began = performance.now();
  await loadEntries();
  // The description of the API is made once, and takes a while.
  for (const path of ['/api/openapi.json', '/fr/sign-in']) await askOwn(rendererPort, secret, { path });
  log().debug({ ms: Math.round(performance.now() - began) }, 'everything is loaded');
}

const leadWhileOwnerless = ownerlessDoor(() => isOwnerless(appDatabase()));

/** What Next itself stumbles over: an address that cannot be read. */
function isReadable({ url = '' }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return false;
  }
  return url.startsWith('/');
}

/** A method that no route has, or that would have a page made for nothing. The development server talks to its own pages. */
function isTaken(request: IncomingMessage): boolean {
  const { method = '' } = request;
  return METHODS.has(method) && (dev || isData(request) || method === 'GET' || method === 'HEAD');
}

/** « The process answers. », as the route of the same address says it while developing. */
const LIVE = JSON.stringify({ status: 'ok' });

/**
 * Answered before everything else, the database and Next: who asks whether this process lives, and restarts it when it does not,
 * is not to wait behind a burst of work or a database that is away.
 */
function answerLive({ url = '', method = '' }: IncomingMessage, response: ServerResponse): boolean {
  if (!/^\/api\/health\/live(?:\?|$)/.test(url) || (method !== 'GET' && method !== 'HEAD')) return false;
  response
    .writeHead(200, {
      ...DATA_HEADERS,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-length': LIVE.length,
      'x-request-id': randomUUID(),
    })
    .end(method === 'HEAD' ? undefined : LIVE);
  return true;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  ownForwardedHeaders(request);
  for (const [name, value] of Object.entries(HOUSE_HEADERS)) response.setHeader(name, value);
  if (onlyHttps) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (!isReadable(request)) return answerProblem(request, response, new AppError('invalid_request'));
  if (!isTaken(request)) return refuseMethod(request, response);
  if (answerLive(request, response) || answerAsset(request, response)) return;
  if (!warm && request.url === '/api/health/ready')
    return answerProblem(request, response, new AppError('unavailable', { retryAfter: 1 }));
  if (await leadWhileOwnerless(request, response)) return;
  // While developing each page is made anew, so that a change of its code is seen.
  if (!dev && (await pages.answer(request, response))) return;
  if (request.method !== 'GET' && CHANGES_PAGES.test(request.url ?? '')) forgetPagesBefore(response);
  // Next's own compression would stand between it and the guard.
  compress(request as never, response as never, () => undefined);
  guard(request, response);
  await handle(request, response);
}

watchEventLoop();
/** Besides the first. */
const DOORS = 7;
/** Headers are short; a file on a slow line may take Node's five minutes, what else is sent has less (lib/web/read-body.ts). */
const HEADERS_MS = 15_000;
const server = createServer({ headersTimeout: HEADERS_MS, connectionsCheckingInterval: 5_000 }, (request, response) => {
  serve(request, response).catch((error: unknown) => failed(error, request, response));
});
server.on('connection', () => (knocks += 1));
// Only pages under development speak over this socket. Else who asks for another protocol is answered as if they had not: Next would leave
// them without an answer, and the socket open.
if (dev) server.on('upgrade', (request, socket, head) => void app.getUpgradeHandler()(request, socket, head));
server.listen(PORT, HOST, () => log().info({ host: HOST, port: PORT }, 'app listening'));
const closeDoors = once(server, 'listening')
  .then(() => openDoors(server, DOORS))
  .catch((error: unknown) => {
    log().warn({ err: error }, 'there is one door only');
    return () => undefined;
  });
if (!warm)
  void warmUp()
    // What could not be loaded now is loaded when it is asked for.
    .catch((error: unknown) => log().warn({ err: error }, 'not everything could be loaded before it is asked for'))
    .then(() => (warm = true));

/** The database goes last: mails that follow the last answers are still written to it. */
async function finish(following: Promise<unknown>): Promise<void> {
  await Promise.all([following, afterwardsDone()]);
  await appDatabase().client.close();
}

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  const following = stopFollowing();
  void closeDoors.then((close) => close());
  server.close(() => void finish(following).finally(() => process.exit(0)));
  server.closeIdleConnections();
  // Requests under way get two seconds; a page kept open by a browser must not hold the stop.
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
