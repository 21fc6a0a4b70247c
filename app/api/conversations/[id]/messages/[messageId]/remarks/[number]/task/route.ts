import { z } from 'zod';
import { noteRemark } from '@/lib/chat/note-remark';
import { noteRemarkInput, taskDto } from '@/lib/tasks/schemas';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string(), messageId: z.string(), number: z.coerce.number().int() });

export const POST = defineRoute(
  {
    operation: 'noteRemark',
    summary:
      'Makes a task of one remark on a marked picture; a copy of the picture goes with it, and both people read that it was noted',
    access: 'staff',
    params,
    body: noteRemarkInput,
    response: taskDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params: { id, messageId, number }, body }) =>
    noteRemark(db, actor, { conversationId: id, messageId, number }, body),
);
