import { randomUUID } from 'node:crypto';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { LIMITS } from '@/lib/limits';
import { realtimeTicketDto } from '@/lib/realtime-protocol/frames';
import { signTicket } from '@/lib/realtime-protocol/ticket';
import { defineRoute } from '@/lib/web/define-route';
import { socketAddress } from '@/lib/web/realtime-url';

export const POST = defineRoute(
  {
    operation: 'createRealtimeTicket',
    summary: 'A ticket for one socket within a minute',
    access: 'signedIn',
    response: realtimeTicketDto,
    limits: [{ rule: LIMITS.realtimeTicket, key: 'actor' }],
  },
  async ({ actor, request }) => {
    const secret = env().AUTH_SECRET;
    if (!secret) throw new AppError('unavailable');
    const url = socketAddress(request.headers);
    if (url === undefined) throw new AppError('invalid_request');
    const claims = { sub: actor.id.toHexString(), sid: actor.sessionId, jti: randomUUID() };
    const { ticket, expiresAt } = await signTicket(secret, claims);
    return { url, ticket, expiresAt: expiresAt.toISOString() };
  },
);
