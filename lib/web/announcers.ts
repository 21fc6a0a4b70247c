import { postProgress } from '../chat/post-system-progress';
import type { Announce } from '../orders/announce';
import { createOrderTasks } from '../tasks/create-order-tasks';

/** Who listens to orders: the conversation of the two people, and the board of tasks. Given by every route that changes one. */
export const announceOrder: Announce = async (db, news, session) => {
  if (news.kind === 'confirmed') {
    await createOrderTasks(db, news.order, session);
    return;
  }
  const { order, content, said, clientActor } = news;
  const { _id: orderId, clientId, couturierId } = order;
  await postProgress(db, { orderId, clientId, couturierId, content, said, clientActor }, session);
};
