'use client';

import { Check } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tag } from '@/components/ui/tag';
import type { MessageDto } from '@/lib/chat/schemas';
import { formatDay, typo } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';
import { RemarkTask, type TaskSubject } from '../tasks/remark-task';
import { TaskMade } from '../tasks/task-made';

/** For whoever may make work of a remark: what it serves, where the remark stands, and the tasks that came of it. */
export interface RemarkWork {
  subject: TaskSubject;
  conversationId: string;
  messageId: string;
  tasks: readonly TaskDto[];
}

interface Props {
  remarks: NonNullable<MessageDto['remarks']>;
  work?: RemarkWork;
}

/** Under a marked picture: what each number says, and what became of it. */
export function RemarksCard({ remarks, work }: Props) {
  const t = useTranslations('chat');
  const tasks = useTranslations('tasks.remark');
  const locale = useLocale();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ol className="remarks-card" aria-label={t('marked')}>
      {remarks.map(({ number, words, notedAt }) => {
        const task = work?.tasks.find((one) => one.messageId === work.messageId && one.remark === number);
        return (
          <li key={number}>
            <span className="sketch-number" aria-hidden="true">
              {number}
            </span>
            <div className="min-w-0 flex-1">
              <p className={words ? undefined : 'text-ink3'} dir="auto">
                <span className="sr-only">{t('sketch.mark', { number })} </span>
                {words ? typo(words) : t('noWords')}
              </p>
              {task ? (
                <p className="mt-1.5">
                  <TaskMade task={task} />
                </p>
              ) : notedAt ? (
                <p className="mt-1.5">
                  <Tag tone="sarcelle" icon={Check}>
                    {t('noted', { day: formatDay(locale, notedAt) })}
                  </Tag>
                </p>
              ) : (
                work &&
                open !== number && (
                  <button
                    type="button"
                    className="link smaller mt-1"
                    aria-label={t('taskOfMark', { number })}
                    onClick={() => setOpen(number)}
                  >
                    {tasks('offer')}
                  </button>
                )
              )}
              {work && open === number && (
                <RemarkTask
                  words={words}
                  subject={work.subject}
                  remark={{ conversationId: work.conversationId, messageId: work.messageId, number }}
                  onDone={() => setOpen(null)}
                  onCancel={() => setOpen(null)}
                />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
