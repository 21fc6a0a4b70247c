import { ACCOUNT_HEADER, pageAccount, tellOtherAccount } from './page-account';

/** A refusal of the API, as problem JSON told it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      code: string;
      detail: string;
      errors?: { path: string; code: string; message: string }[];
      requestId?: string;
    } & Record<string, unknown>,
  ) {
    super(problem.detail);
    this.name = 'ApiError';
  }

  get code(): string {
    return this.problem.code;
  }
}

const language = (): string => (typeof document === 'undefined' ? 'fr' : document.documentElement.lang || 'fr');

/**
 * Calls the API in the page's language.
 * @throws ApiError for a refusal; TypeError when the network is away.
 */
export async function api<T>(
  path: string,
  init: {
    method?: string;
    body?: unknown;
    form?: FormData;
    csv?: Blob;
    idempotencyKey?: string;
    signal?: AbortSignal;
    /** Asks as whoever is signed in now, not as the account of the page. */
    asAnyone?: boolean;
  } = {},
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language() };
  const account = init.asAnyone ? undefined : pageAccount();
  if (account) headers[ACCOUNT_HEADER] = account;
  if (init.body !== undefined) headers['content-type'] = 'application/json';
  if (init.csv) headers['content-type'] = 'text/csv';
  if (init.idempotencyKey) headers['idempotency-key'] = init.idempotencyKey;
  const response = await fetch(path, {
    method: init.method ?? (init.body !== undefined || init.form || init.csv ? 'POST' : 'GET'),
    headers,
    body: init.form ?? init.csv ?? (init.body === undefined ? undefined : JSON.stringify(init.body)),
    credentials: 'same-origin',
    signal: init.signal,
  });
  if (response.status === 204) return undefined as T;
  const data = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return data as T;
  const problem = (data ?? {}) as Partial<ApiError['problem']>;
  if (problem.code === 'other_account') tellOtherAccount();
  throw new ApiError(response.status, { code: 'internal', detail: '', ...problem });
}
