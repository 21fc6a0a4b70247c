import { api } from './api';

/** What a public page may know of who looks at it; it is asked once the page is there, for pages are the same for everyone. */
export type Visitor = 'visitor' | 'client' | 'staff';

let asked: Promise<Visitor> | undefined;

function roleOf(session: unknown): Visitor {
  const user = session && typeof session === 'object' && 'user' in session ? session.user : undefined;
  const role = user && typeof user === 'object' && 'role' in user ? user.role : undefined;
  if (role === 'client') return 'client';
  return role === 'couturier' || role === 'owner' ? 'staff' : 'visitor';
}

/**
 * Who looks at this page, asked once for all of its parts. After a failure the next part asks again.
 * @throws ApiError, TypeError when the network is away
 */
export function whoVisits(): Promise<Visitor> {
  asked ??= api<unknown>('/api/auth/session')
    .then(roleOf)
    .catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  return asked;
}
