import { LIMITS } from '@/lib/limits';
import { invoiceParams } from '@/lib/orders/schemas';
import { invoiceDocument } from '@/lib/pdf/invoice-document';
import { defineRoute } from '@/lib/web/define-route';
import { paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readInvoice',
    summary:
      'An invoice, a deposit invoice or a credit note as PDF: made once of its entry, kept as bytes, a duplicate for whoever asks again.',
    access: 'signedIn',
    params: invoiceParams,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params }) => paperResponse(await invoiceDocument(db, actor, params.id, params.number)),
);
