import type { Locale, Role } from '../actor';
import type { OpenedHouseDto, OpenHouseInput } from '../begin/schemas';
import { api, ApiError } from './api';
import { newKey } from './new-key';

interface SessionAnswer {
  user?: { role: Role; locale: Locale };
}

const csrfToken = async (): Promise<string> => (await api<{ csrfToken: string }>('/api/auth/csrf')).csrfToken;

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'accept-language': document.documentElement.lang,
  },
  body: new URLSearchParams(fields),
  credentials: 'same-origin',
});

/** Who is signed in on this device. */
export const readSession = (): Promise<SessionAnswer> => api<SessionAnswer>('/api/auth/session');

/**
 * Signs in with a password and says who came in.
 * @throws ApiError 401 invalid_credentials, second_key_needed (with what is asked), second_key_wrong; 429 rate_limited; TypeError when the network is away
 */
export async function signIn(input: {
  email: string;
  password: string;
  remember: boolean;
  second?: { code?: string; passkey?: string };
}): Promise<Role> {
  const { email, password, remember, second } = input;
  const response = await fetch(
    '/api/auth/callback/credentials',
    form({ csrfToken: await csrfToken(), email, password, remember: String(remember), json: 'true', ...second }),
  );
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
    const code = problem.code ?? (response.status === 401 ? 'invalid_credentials' : 'internal');
    throw new ApiError(response.status, { ...problem, code, detail: problem.detail ?? '' });
  }
  const { user } = await readSession();
  if (!user) throw new ApiError(401, { code: 'invalid_credentials', detail: '' });
  return user.role;
}

/** The address of Google's own page; the browser goes there next. */
export async function startGoogle(callbackUrl: string): Promise<string> {
  const response = await fetch(
    '/api/auth/signin/google',
    form({ csrfToken: await csrfToken(), callbackUrl, json: 'true' }),
  );
  return ((await response.json()) as { url: string }).url;
}

export const signUp = (body: {
  name: string;
  email: string;
  password: string;
  locale: string;
}): Promise<{ id: string }> => api('/api/accounts', { body, idempotencyKey: newKey() });

export const requestReset = (email: string): Promise<unknown> => api('/api/password-resets', { body: { email } });

export const resetPassword = (token: string, password: string): Promise<void> =>
  api(`/api/password-resets/${encodeURIComponent(token)}`, { body: { password } });

export const acceptInvitation = (
  token: string,
  body: { name: string; password: string },
): Promise<{ id: string; email: string }> => api(`/api/invitations/${encodeURIComponent(token)}`, { body });

/** Makes the owner of a new house. @throws ApiError 422 token_invalid, weak_password */
export const openHouse = (body: OpenHouseInput): Promise<OpenedHouseDto> => api('/api/begin', { body });
