import { postProgress } from './chat/post-system-progress';
import type { Announce } from './orders/announce';
import { closeStageTasks } from './tasks/close-stage-tasks';
import { createOrderTasks } from './tasks/create-order-tasks';
import { isBack } from './orders/rules';
import { handOverTasks } from './tasks/hand-over-tasks';
import { putTasksBack } from './tasks/put-tasks-back';
import { reopenStageTasks } from './tasks/reopen-stage-tasks';
import { shiftTasks } from './tasks/shift-tasks';

/** Who listens to orders: the conversation of the two people, and the board of tasks. Given by every route that changes one. */
export const announceOrder: Announce = async (db, news, session) => {
  if (news.kind === 'confirmed') {
    await createOrderTasks(db, news.order, session);
    return;
  }
  if (news.kind === 'handedOver') {
    await handOverTasks(db, news.order._id, { from: news.former, to: news.order.couturierId }, session);
    return;
  }
  if (news.kind === 'moved') {
    const { _id, stage } = news.order;
    if (isBack(news.from, stage)) await reopenStageTasks(db, _id, stage, session, news.move);
    else await closeStageTasks(db, _id, stage, session, news.move);
    return;
  }
  if (news.kind === 'undone') {
    await putTasksBack(db, news.order._id, news.move, session);
    return;
  }
  if (news.kind === 'rescheduled') {
    await shiftTasks(db, news.order._id, { days: news.days, which: news.which }, session);
    return;
  }
  const { order, content, said, former, clientActor } = news;
  const { _id: orderId, clientId } = order;
  for (const couturierId of [order.couturierId, ...(former ? [former] : [])])
    await postProgress(db, { orderId, clientId, couturierId, content, said, clientActor }, session);
};
