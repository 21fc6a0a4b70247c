import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { DAY_SECONDS } from '../calendar';
import { keyOf, signingKey } from '../secrets';

/** What the session cookie carries: a signed (not encrypted) token, readable by the Edge middleware and the app alike. */
const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  role: z.enum(['client', 'couturier', 'owner']),
  exp: z.number(),
});
export type SessionClaims = z.infer<typeof claims>;

const AUDIENCE = 'fashionflow-session';

export const SESSION_SECONDS = 30 * DAY_SECONDS;
export const SESSION_COOKIE = 'next-auth.session-token';
/** Where the address is https: the browser sends it to this host only, and takes it from no other. */
export const SECURE_SESSION_COOKIE = '__Host-next-auth.session-token';

/**
 * Signs the session token (HS256) with the key that the secret's first root gives this use.
 * @param secret AUTH_SECRET, as it is set
 */
export async function signSession(
  secret: string,
  session: Omit<SessionClaims, 'exp'>,
  maxAge = SESSION_SECONDS,
): Promise<string> {
  const { kid, bytes } = await signingKey(secret, 'session');
  return new SignJWT({ sid: session.sid, role: session.role })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setSubject(session.sub)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + maxAge)
    .sign(bytes);
}

/** The claims of a genuine, unexpired token; `null` for anything else. */
export async function verifySession(secret: string, token: string): Promise<SessionClaims | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret, 'session'), {
      audience: AUDIENCE,
      algorithms: ['HS256'],
    });
    const parsed = claims.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
