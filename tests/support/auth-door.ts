import { authDoor } from '../../lib/web/auth-door';

const ORIGIN = 'http://maison.test';

/** The cookies of an answer as the browser would send them back. */
const jar = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');

/** Calls `/api/auth/<path>` as a browser on our own pages would. */
export async function door(
  path: string,
  options: { body?: Record<string, string>; cookie?: string; headers?: Record<string, string>; address?: string } = {},
): Promise<Response> {
  const request = new Request(`${ORIGIN}/api/auth/${path}`, {
    method: options.body ? 'POST' : 'GET',
    headers: {
      host: 'maison.test',
      'x-forwarded-for': options.address ?? '203.0.113.7',
      'user-agent': 'vitest browser',
      ...(options.body ? { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...options.headers,
    },
    body: options.body && new URLSearchParams(options.body).toString(),
  });
  return authDoor(request, { params: Promise.resolve({ nextauth: path.split('/') }) });
}

/** The csrf token and its cookie. */
export async function csrf(): Promise<{ csrfToken: string; cookie: string }> {
  const response = await door('csrf');
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { csrfToken, cookie: jar(response) };
}

/** Signs in with a password, as the sign-in page does. */
export async function signIn(
  email: string,
  password: string,
  options: {
    remember?: boolean;
    address?: string;
    headers?: Record<string, string>;
    second?: { code?: string; passkey?: string };
    device?: string;
  } = {},
): Promise<{ response: Response; cookie: string; setCookie: string | undefined }> {
  const { csrfToken, cookie } = await csrf();
  const response = await door('callback/credentials', {
    body: { csrfToken, email, password, json: 'true', remember: String(options.remember ?? true), ...options.second },
    cookie: options.device ? `${cookie}; ${options.device}` : cookie,
    address: options.address,
    headers: options.headers,
  });
  const setCookie = response.headers.getSetCookie().find((one) => one.includes('session-token='));
  return { response, cookie: jar(response), setCookie };
}
