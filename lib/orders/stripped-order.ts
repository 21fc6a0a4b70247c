import type { OrderDocument, Signed } from './documents';
import { ORDER_FIELD_NAMES, ORDER_FIELDS } from './fields';
import { orderSearchFields } from './search-fields';

/** Money was agreed or moved: the papers of the order are kept as the law asks. */
export const hasPapers = (order: Pick<OrderDocument, 'quotes' | 'payments'>): boolean =>
  order.payments.length > 0 || order.quotes.some(({ status }) => status === 'accepted');

/**
 * An order after its person was erased: number, stage, dates, quotes and payments, and the sheets both have signed.
 * Words, wishes, measurements and pictures are gone.
 * @param name what the file is called now; it takes the person's place where the order has no papers
 */
export function strippedOrder(order: OrderDocument, name: string, now: Date): OrderDocument {
  const papers = hasPapers(order);
  const staff = (by: Signed | undefined, onBehalf?: boolean) => (papers || onBehalf || !by ? by : { ...by, name });
  const { measurementSnapshot: _m, onHold: _h, untold: _u, defects: _d, defectOpen: _o, ...kept } = order;
  for (const name of ORDER_FIELD_NAMES) if (ORDER_FIELDS[name].personal) delete kept[name];
  return {
    ...kept,
    ...orderSearchFields(kept),
    description: '',
    options: {},
    referenceFileIds: [],
    quotes: order.quotes.map(({ declineNote: _d, answeredBy, noted, paper, denied, ...quote }) => ({
      ...quote,
      ...(noted ? { noted: { how: noted.how } } : {}),
      // The proof of what was agreed stays with the papers it belongs to.
      ...(papers && paper && quote.status === 'accepted' ? { paper } : {}),
      ...(denied ? { denied: { at: denied.at, by: staff(denied.by) ?? denied.by } } : {}),
      ...(answeredBy ? { answeredBy: staff(answeredBy, quote.onBehalf) } : {}),
    })),
    changeRequests: order.changeRequests.map(({ note: _n, answer, ...request }) => ({
      ...request,
      changes: [],
      files: [],
      createdBy: staff(request.createdBy) ?? request.createdBy,
      ...(answer ? { answer: { decision: answer.decision, at: answer.at, by: answer.by } } : {}),
    })),
    cuttingApprovals: papers ? order.cuttingApprovals.filter(({ signatures }) => signatures.length === 2) : [],
    version: order.version + 1,
    updatedAt: now,
  };
}
