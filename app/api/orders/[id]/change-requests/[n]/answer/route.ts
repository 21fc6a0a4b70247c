import { answerChange } from '@/lib/orders/answer-change';
import { answerChangeInput, orderPartParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'answerChange',
    summary: 'Answers a change request: accept, refuse or counter-proposal',
    access: 'staff',
    params: orderPartParams,
    body: answerChangeInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => answerChange(db, actor, params.id, params.n, body, announceOrder, judgeOrder),
);
