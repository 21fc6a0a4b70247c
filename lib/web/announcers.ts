import { postProgress } from '../chat/post-system-progress';
import type { Announce } from '../orders/announce';
import { createOrderTasks } from '../tasks/create-order-tasks';

/** Who listens to orders: the conversation of the two people, and the board of tasks. Given by every route that changes one. */
export const announceOrder: Announce = async (db, news, session) => {
  if (news.kind === 'confirmed') {
    await createOrderTasks(db, news.order, session);
    return;
  }
  const { _id, clientId, couturierId } = news.order;
  await postProgress(db, { orderId: _id, clientId, couturierId, content: news.content, data: news.data }, session);
};
