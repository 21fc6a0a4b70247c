import { LIMITS } from '@/lib/limits';
import { orderPartParams } from '@/lib/orders/schemas';
import { paymentPaper } from '@/lib/pdf/payment-paper';
import { defineRoute } from '@/lib/web/define-route';
import { paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readPaymentReceipt',
    summary:
      'The receipt of a payment, or of taking its record back, as PDF: made once, kept as bytes, a duplicate for whoever asks again.',
    access: 'signedIn',
    params: orderPartParams,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params }) => paperResponse(await paymentPaper(db, actor, params.id, params.n)),
);
