import type { z } from 'zod';
import { leaving } from '../db/leaves';
import { storedTask, type TaskDocument } from './documents';
import type { TaskRelations } from './relations';
import type { taskDto } from './schemas';

/** A task as it leaves. */
export type TaskDto = z.infer<typeof taskDto>;

const writeTask = leaving(storedTask);

export function toTask(task: TaskDocument, relations: TaskRelations): TaskDto {
  const order = task.orderId && relations.orders.get(task.orderId.toHexString());
  const clientId = task.clientId ?? order?.clientId;
  return {
    ...writeTask(task),
    id: task._id.toHexString(),
    clientId: clientId?.toHexString(),
    order: order && {
      id: order.id.toHexString(),
      number: order.number,
      title: order.title,
      stage: order.stage,
      plate: order.plate,
    },
    clientName: clientId && relations.clientNames.get(clientId.toHexString()),
    assigneeName: task.assigneeId && relations.staffNames.get(task.assigneeId.toHexString()),
  };
}
