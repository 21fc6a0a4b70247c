import type { OrderDocument } from './documents';

/** An order without what its changes do to the work of the atelier: that is the atelier's own. */
export const withoutWork = (order: OrderDocument): OrderDocument => ({
  ...order,
  changeRequests: order.changeRequests.map((request) => {
    if (!request.answer) return request;
    const { moveTasks: _, ...answer } = request.answer;
    return { ...request, answer };
  }),
});
