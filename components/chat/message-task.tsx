'use client';

import { useTranslations } from 'next-intl';
import type { TaskDto } from '@/lib/tasks/dto';
import { RemarkTask, type TaskSubject } from '../tasks/remark-task';
import { TaskMade } from '../tasks/task-made';
import type { Shown } from './build-thread';

interface Props {
  message: Shown;
  subject: TaskSubject;
  task?: TaskDto;
  /** The line is open. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Under what a client asks or shows, in the atelier: the task that came of it, or the offer to make one. */
export function MessageTask({ message, subject, task, open, onOpenChange }: Props) {
  const t = useTranslations('chat');
  if (open)
    return (
      <RemarkTask
        words={message.content}
        subject={{ ...subject, orderId: message.orderId ?? subject.orderId }}
        messageId={message.id}
        onDone={() => onOpenChange(false)}
        onCancel={() => onOpenChange(false)}
      />
    );
  if (task)
    return (
      <p className="mt-1.5">
        <TaskMade task={task} />
      </p>
    );
  if (message.own || (message.intent !== 'request' && message.intent !== 'reference')) return null;
  return (
    <button type="button" className="link smaller mt-1.5" onClick={() => onOpenChange(true)}>
      {t(message.intent === 'request' ? 'taskFromRequest' : 'taskFromRemark')}
    </button>
  );
}
