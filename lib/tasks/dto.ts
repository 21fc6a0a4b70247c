import type { z } from 'zod';
import type { TaskDocument } from './documents';
import type { TaskRelations } from './relations';
import type { taskDto } from './schemas';

/** A task as it leaves. */
export type TaskDto = z.infer<typeof taskDto>;

export function toTask(task: TaskDocument, relations: TaskRelations): TaskDto {
  const order = task.orderId && relations.orders.get(task.orderId.toHexString());
  const clientId = task.clientId ?? order?.clientId;
  return {
    id: task._id.toHexString(),
    title: task.title,
    note: task.note,
    orderId: task.orderId?.toHexString(),
    clientId: clientId?.toHexString(),
    assigneeId: task.assigneeId?.toHexString(),
    status: task.status,
    priority: task.priority,
    dueDate: task.dueDate?.toISOString(),
    minutes: task.minutes,
    checklist: task.checklist.map(({ text, done }) => ({ text, done })),
    blockedReason: task.blockedReason,
    messageId: task.messageId?.toHexString(),
    position: task.position,
    doneAt: task.doneAt?.toISOString(),
    order: order && {
      id: order.id.toHexString(),
      number: order.number,
      title: order.title,
      stage: order.stage,
      plate: order.plate,
    },
    clientName: clientId && relations.clientNames.get(clientId.toHexString()),
    assigneeName: task.assigneeId && relations.staffNames.get(task.assigneeId.toHexString()),
    createdAt: task.createdAt.toISOString(),
    updatedAt: task.updatedAt.toISOString(),
    version: task.version,
  };
}
