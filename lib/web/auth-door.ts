import { randomUUID } from 'node:crypto';
import { withCaller } from '../audit/caller';
import { recordRefusal, recordSecondRefusal, recordSignIn } from '../auth/record-entry';
import { countGuess } from '../auth/count-guess';
import { DEVICE_COOKIE, DEVICE_SECONDS, isKnownDevice, signDevice } from '../auth/known-device';
import { LIMITS } from '../limits';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE } from '../auth/session-token';
import { appDatabase } from '../db/client';
import { env } from '../env';
import { AppError } from '../errors';
import { log } from '../log';
import { observeRequest } from '../metrics';
import { consume, refund } from '../rate-limit';
import { signingKey } from '../secrets';
import { emailKey } from '../text';
import { afterwards } from './afterwards';
import { announceDevice } from './announce-device';
import { authOptions, type AuthCallState } from './auth-options';
import { type AuthCall, readAuthCall, runNextAuth } from './auth-request';
import { callerOf, comesFromUs, isHttps, requestAddress, siteOf } from './origin';
import { asData, problemResponse } from './problem';
import { requestLocale } from './request-locale';

/** The parts of next-auth that are open; its log collector, for one, is not. */
const OPEN: Record<string, readonly string[]> = {
  GET: ['providers', 'session', 'csrf', 'signin', 'signout', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
};

const isSessionCookie = (cookie: string): boolean =>
  new RegExp(`^(${SECURE_SESSION_COOKIE}|${SESSION_COOKIE})=[^;]`).test(cookie);

/**
 * The cookies as this house sets them: reading the session does not prolong it, and a device that is not to be
 * remembered gets a cookie that goes with the browser.
 */
function adjustCookies(response: Response, call: AuthCall, remember: boolean): void {
  const cookies = response.headers.getSetCookie();
  response.headers.delete('set-cookie');
  for (const cookie of cookies) {
    if (!isSessionCookie(cookie)) response.headers.append('set-cookie', cookie);
    else if (call.path[0] !== 'session')
      response.headers.append('set-cookie', remember ? cookie : cookie.replace(/; (Expires|Max-Age)=[^;]*/gi, ''));
  }
}

/** Another site's form is turned away; a caller that is no browser (it says nothing of the kind) still needs the form's token. */
function refuseForeign(request: Request): void {
  const { headers, method } = request;
  const isBrowser = headers.has('origin') || headers.has('sec-fetch-site');
  if (method !== 'GET' && isBrowser && !comesFromUs(headers)) throw new AppError('foreign_origin');
}

async function answer(request: Request, path: string[]): Promise<Response> {
  if (!OPEN[request.method]?.includes(path[0] ?? '')) throw new AppError('not_found');
  // A password never comes in an address; only another house's answer does (Google).
  if (request.method === 'GET' && path[0] === 'callback' && path[1] === 'credentials')
    throw new AppError('method_not_allowed', { allow: ['POST'] });
  refuseForeign(request);
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set');
  const db = appDatabase();
  const address = requestAddress(request.headers);
  const guesses = request.method === 'POST' && path[0] === 'callback' && path[1] === 'credentials';
  // Counted before anything is read: an address that has used up its tries costs no more than this line.
  if (guesses) await consume(db, LIMITS.signInAddress, address);
  const call = await readAuthCall(request, path);
  const state: AuthCallState = {};
  const remember = call.body['remember'] !== 'false';
  const account = emailKey(call.body['email'] ?? '').slice(0, 254);
  const secure = isHttps(request.headers);
  const deviceCookie = `${secure ? '__Host-' : ''}${DEVICE_COOKIE}`;
  const device = call.cookies[deviceCookie];
  const right = guesses ? await countGuess(db, secret, { email: account, address, device }) : undefined;
  const context = {
    db,
    secret,
    formSecret: Buffer.from((await signingKey(secret, 'form')).bytes).toString('hex'),
    locale: requestLocale(request.headers, null),
    secure,
    userAgent: request.headers.get('user-agent') ?? '',
    remember,
    proof: { code: call.body['code'], passkey: call.body['passkey'] },
    site: siteOf(request.headers),
  };
  const response = await runNextAuth(call, authOptions(context, state));
  if (state.failure !== undefined) {
    const { known, failure } = state;
    if (known && failure instanceof AppError && failure.code === 'second_key_wrong')
      afterwards(() => recordSecondRefusal(db, known));
    if (failure instanceof AppError && failure.code === 'account_disabled')
      afterwards(() => recordRefusal(db, account));
    throw failure;
  }
  adjustCookies(response, call, remember);
  // Once the answer has left: how long it takes does not say whether the address is known.
  if (guesses && !state.account) afterwards(() => recordRefusal(db, account));
  if (state.account) {
    const news = await recordSignIn(db, state.account, await isKnownDevice(secret, state.account, device));
    if (news) announceDevice(db, state.account, context.userAgent);
  }
  if (guesses && state.account) {
    await refund(db, LIMITS.signInAddress, address);
    await right?.();
    const accountId = state.account._id.toHexString();
    if (!(await isKnownDevice(secret, state.account, device)))
      response.headers.append(
        'set-cookie',
        `${deviceCookie}=${await signDevice(secret, accountId)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_SECONDS}${secure ? '; Secure' : ''}`,
      );
  }
  return response;
}

/** `/api/auth/*`: next-auth behind the house's own limits, origin check, errors and log line. */
export async function authDoor(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const requestId = randomUUID();
  const started = performance.now();
  const { nextauth: path } = await context.params;
  let response: Response;
  try {
    response = asData(await withCaller(callerOf(request.headers), () => answer(request, path)), requestId);
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('unavailable', { cause: error, retryAfter: 2 });
    if (known.status >= 500) log().error({ requestId, err: error }, 'sign-in door failed');
    response = problemResponse(known, requestLocale(request.headers, null), requestId);
  }
  const operation = `auth.${OPEN[request.method]?.includes(path[0] ?? '') ? path[0] : 'other'}`;
  const ms = performance.now() - started;
  log().info({ requestId, operation, method: request.method, status: response.status, ms: Math.round(ms) });
  observeRequest(operation, response.status, ms / 1000);
  return response;
}
