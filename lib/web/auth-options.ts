import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import GoogleProvider from 'next-auth/providers/google';
import type { Actor, Locale } from '../actor';
import { checkPassword } from '../auth/check-password';
import type { AccountDocument } from '../auth/documents';
import { endSession } from '../auth/end-sessions';
import { findActor } from '../auth/find-actor';
import { isOwnPath } from '../auth/rules';
import { signInInput } from '../auth/schemas';
import {
  SECURE_SESSION_COOKIE,
  SESSION_COOKIE,
  SESSION_SECONDS,
  signSession,
  verifySession,
} from '../auth/session-token';
import { startSession } from '../auth/start-session';
import { signInWithGoogle } from '../clients/sign-in-with-google';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { demandSecondKey } from '../second-keys/demand-second-key';
import type { Site } from '../second-keys/passkeys';
import { secondProof } from '../second-keys/schemas';
import { env } from '../env';
import { AppError } from '../errors';
import { log } from '../log';
import { paths } from '../paths';

/** What one call to the door leaves behind for the route that made it. */
export interface AuthCallState {
  /** Who came in. */
  account?: AccountDocument;
  /** Whose password was right, before the second key was asked. */
  known?: AccountDocument;
  /** Who the session belongs to. */
  actor?: Actor;
  /** Something broke (the database is away): not the person's fault, and not a 401. */
  failure?: unknown;
}

export interface AuthCallContext {
  db: Database;
  secret: string;
  /** The key of next-auth's own form token. */
  formSecret: string;
  locale: Locale;
  secure: boolean;
  userAgent: string;
  /** What came beside the password. */
  proof: { code?: string; passkey?: string };
  /** The page the browser says it is at, where it is one of ours. */
  site?: Site;
  /** Whether the device is to be remembered. */
  remember: boolean;
}

/** Whether both keys of Google sign-in are set. */
export const hasGoogle = (): boolean => Boolean(env().GOOGLE_CLIENT_ID && env().GOOGLE_CLIENT_SECRET);

function providers(context: AuthCallContext, state: AuthCallState): AuthOptions['providers'] {
  const password = CredentialsProvider({
    id: 'credentials',
    name: 'credentials',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (given) => {
      const input = signInInput.safeParse(given);
      if (!input.success) return null;
      try {
        const account = await checkPassword(context.db, input.data);
        state.known = account;
        await demandSecondKey(context.db, account, secondProof.parse(context.proof), context.site);
        state.account = account;
        return { id: state.account._id.toHexString() };
      } catch (error) {
        // Whoever knows the password is told what else stands in the way; whatever else is a refusal looks like the others.
        if (!(error instanceof AppError) || /^(second_key|account_disabled)/.test(error.code)) state.failure = error;
        return null;
      }
    },
  });
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env();
  return clientId && clientSecret ? [password, GoogleProvider({ clientId, clientSecret })] : [password];
}

/**
 * next-auth's options for one call. The session is a signed token (not an encrypted one) whose `sid` names a session
 * document: reading the token proves who signed in, the document says whether it still counts.
 */
export function authOptions(context: AuthCallContext, state: AuthCallState): AuthOptions {
  const { db, secret, locale, secure } = context;
  return {
    secret: context.formSecret,
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: `/${locale}${paths.signIn}`, error: `/${locale}${paths.signIn}`, signOut: `/${locale}` },
    providers: providers(context, state),
    jwt: {
      encode: async ({ token }) => {
        const seconds = typeof token?.['exp'] === 'number' ? token['exp'] - Math.floor(Date.now() / 1000) : 0;
        const role = state.account?.role ?? state.actor?.role;
        if (!token?.sub || typeof token['sid'] !== 'string' || !role)
          throw new Error('a session token without session');
        return signSession(secret, { sub: token.sub, sid: token['sid'], role }, seconds);
      },
      decode: async ({ token }) => {
        const claims = token ? await verifySession(secret, token) : null;
        state.actor = (claims && (await findActor(db, claims))) ?? undefined;
        return claims && state.actor ? { sub: claims.sub, sid: claims.sid, exp: claims.exp } : null;
      },
    },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'google') return true;
        const verified = profile && 'email_verified' in profile && profile.email_verified === true;
        const person = await signInWithGoogle(
          db,
          {
            googleId: account.providerAccountId,
            email: profile?.email ?? '',
            emailVerified: verified === true,
            name: profile?.name ?? profile?.email ?? '',
          },
          locale,
        ).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'account_disabled') return 'closed' as const;
          throw error;
        });
        if (person === 'closed') return `/${locale}${paths.signIn}?error=closed`;
        // Google's word is one key; where there are two, the house's own door asks for both.
        if (person?.secondKey) return `/${locale}${paths.signIn}?error=second`;
        state.account = person ?? undefined;
        return person !== null;
      },
      jwt: async ({ token, user }) => {
        if (!user || !state.account) return token;
        const { userAgent, remember } = context;
        const session = await startSession(db, state.account, { userAgent, remember });
        return {
          sub: state.account._id.toHexString(),
          sid: session._id,
          exp: Math.floor(session.expiresAt.getTime() / 1000),
        };
      },
      session: async ({ token }) => {
        const { actor } = state;
        const user = actor && {
          id: actor.id.toHexString(),
          role: actor.role,
          name: actor.name,
          email: actor.email,
          locale: actor.locale,
          clientId: actor.clientId?.toHexString(),
        };
        return { user, expires: new Date(Number(token['exp']) * 1000).toISOString() };
      },
      redirect: async ({ url, baseUrl }) => {
        if (isOwnPath(url)) return baseUrl + url;
        return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl;
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sub && typeof token['sid'] === 'string')
          await endSession(db, { id: toId(token.sub) }, token['sid']).catch((error: unknown) => {
            // Ended in the meantime: what was wanted is so.
            if (!(error instanceof AppError)) throw error;
          });
      },
    },
    logger: {
      error: (code) => {
        // A token that does not open anything is an everyday thing (signed out elsewhere), not an error of the house.
        if (code !== 'JWT_SESSION_ERROR') log().warn({ code }, 'next-auth');
      },
      warn: (code) => log().debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}
