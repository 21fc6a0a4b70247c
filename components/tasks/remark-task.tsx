'use client';

import { later } from '@/components/ui/later';
import type { RemarkPlace } from '@/lib/http/note-remark';
import type { TaskDto } from '@/lib/tasks/dto';

export interface TaskSubject {
  clientId: string;
  orderId?: string;
  /** Whose work it is unless the line names somebody. */
  couturierId: string;
}

export interface RemarkTaskProps {
  /** The remark, to begin from. */
  words: string;
  subject: TaskSubject;
  messageId?: string;
  /** A number on a marked picture: the task then takes a copy of the picture along. */
  remark?: RemarkPlace;
  onDone: (task: TaskDto) => void;
  onCancel: () => void;
}

/** The line that makes a task of a remark, once it is asked for. */
export const RemarkTask = later<RemarkTaskProps>(() => import('./remark-line').then((part) => part.RemarkLine));
