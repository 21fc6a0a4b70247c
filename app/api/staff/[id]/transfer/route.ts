import { z } from 'zod';
import { workDto } from '@/lib/auth/schemas';
import { transferWorkInput } from '@/lib/orders/schemas';
import { judgeHandOver } from '@/lib/promises/judge-hand-over';
import { readWork, transferWork } from '@/lib/people/transfer-work';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string() });

export const GET = defineRoute(
  { operation: 'readWork', summary: 'How much a couturier has at hand', access: 'owner', params, response: workDto },
  ({ db, actor, params: { id } }) => readWork(db, actor, id),
);

export const POST = defineRoute(
  {
    operation: 'transferWork',
    summary: 'Hands all a couturier has under way, orders and conversations, to another one',
    access: 'owner',
    params,
    body: transferWorkInput,
    response: workDto,
  },
  ({ db, actor, params: { id }, body }) => transferWork(db, actor, id, body, announceOrder, judgeHandOver),
);
