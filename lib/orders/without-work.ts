import type { OrderDocument } from './documents';

/** An order without its work: the minutes it is reckoned at, and what its changes do to the tasks, are the atelier's own. */
export const withoutWork = ({ workMinutes: _m, ...order }: OrderDocument): OrderDocument => ({
  ...order,
  changeRequests: order.changeRequests.map((request) => {
    if (!request.answer) return request;
    const { moveTasks: _, ...answer } = request.answer;
    return { ...request, answer };
  }),
});
