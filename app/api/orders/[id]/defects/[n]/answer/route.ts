import { answerDefect } from '@/lib/orders/answer-defect';
import { orderDto } from '@/lib/orders/answers';
import { answerDefectInput, orderPartParams } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'answerDefect',
    summary: 'Answers a defect that a client reported',
    access: 'staff',
    params: orderPartParams,
    body: answerDefectInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => answerDefect(db, actor, params.id, params.n, body, announceOrder),
);
