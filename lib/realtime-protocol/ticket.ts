import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { keyOf, signingKey } from '../secrets';

const AUDIENCE = 'fashionflow-realtime';
const TICKET_SECONDS = 60;

const claims = z.object({ sub: z.string(), sid: z.string(), jti: z.string().min(1), exp: z.number() });
/** Who the ticket admits: account, session, and the number that makes it good for one use. */
export type TicketClaims = z.infer<typeof claims>;

/** Signs a ticket (HS256) for one connection within a minute. */
export async function signTicket(
  secret: string,
  ticket: Omit<TicketClaims, 'exp'>,
  now: Date = new Date(),
): Promise<{ ticket: string; expiresAt: Date }> {
  const issued = Math.floor(now.getTime() / 1000);
  const { kid, bytes } = await signingKey(secret, 'ticket');
  const token = await new SignJWT({ sid: ticket.sid })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setSubject(ticket.sub)
    .setJti(ticket.jti)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + TICKET_SECONDS)
    .sign(bytes);
  return { ticket: token, expiresAt: new Date((issued + TICKET_SECONDS) * 1000) };
}

/** The claims of a genuine ticket that has not expired; `null` for anything else, a session token included. */
export async function verifyTicket(secret: string, ticket: string): Promise<TicketClaims | null> {
  try {
    const { payload } = await jwtVerify(ticket, keyOf(secret, 'ticket'), {
      audience: AUDIENCE,
      algorithms: ['HS256'],
    });
    const parsed = claims.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
