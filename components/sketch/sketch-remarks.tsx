'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { MAX_REMARK, MAX_REMARKS } from '@/lib/chat/words';
import { typo } from '@/lib/i18n/format';
import { RemarkTask, type TaskSubject } from '../tasks/remark-task';
import { TaskMade } from '../tasks/task-made';
import { isRemark, type Mark, type NumberedMark } from './strokes';

/** The words a picture came with: they are what one answers by drawing. */
export interface Said {
  words: string;
  /** « Awa Diallo, 10 h 31 ». */
  by: string;
  messageId?: string;
}

interface Props {
  marks: readonly Mark[];
  said?: Said;
  /** What a task made of a remark serves. */
  subject: TaskSubject;
  chosen: number | null;
  /** No further number finds room. */
  full: boolean;
  onChoose: (number: number) => void;
  onEdit: (number: number, change: Partial<NumberedMark>) => void;
  onRemove: (number: number) => void;
  /** Places a mark in the middle of what is on screen, for those who do not point. */
  onAdd: () => void;
}

/** The remarks: a line per numbered mark; they leave with the picture, and each may become a task. */
export function SketchRemarks({ marks, said, subject, chosen, full, onChoose, onEdit, onRemove, onAdd }: Props) {
  const t = useTranslations('chat.sketch');
  const tasks = useTranslations('tasks.remark');
  const [tasking, setTasking] = useState<number | null>(null);
  const [answered, setAnswered] = useState<NumberedMark['task']>();
  const remarks = marks.filter(isRemark);
  const offer = (number: number, words: string, made: NumberedMark['task']): ReactNode => {
    if (tasking === number) return null;
    if (made) return <TaskMade task={made} />;
    if (!words.trim()) return null;
    return (
      <button type="button" className="link smaller" onClick={() => setTasking(number)}>
        {tasks('offer')}
      </button>
    );
  };
  return (
    <section aria-label={t('remarks')}>
      <div className="flex items-baseline justify-between border-b border-ink pb-2">
        <h2 className="h2">{t('remarks')}</h2>
        <span className="small text-ink3 figures">{remarks.length}</span>
      </div>
      {said && (
        <div className="sketch-remark">
          <div className="min-w-0 flex-1">
            <p>{typo(t('said', { words: said.words }))}</p>
            <p className="caption mt-1 mb-1.5">{said.by}</p>
            {offer(0, said.words, answered)}
            {tasking === 0 && (
              <RemarkTask
                words={said.words}
                subject={subject}
                messageId={said.messageId}
                onDone={(task) => {
                  setAnswered(task);
                  setTasking(null);
                }}
                onCancel={() => setTasking(null)}
              />
            )}
          </div>
        </div>
      )}
      <ol>
        {remarks.map((mark) => (
          <li
            key={mark.number}
            className="sketch-remark"
            data-chosen={chosen === mark.number || undefined}
            data-open={mark.words.trim() === '' || undefined}
          >
            <span className="sketch-number">{mark.number}</span>
            <div className="min-w-0 flex-1">
              <textarea
                rows={2}
                maxLength={MAX_REMARK}
                value={mark.words}
                placeholder={t('writeRemark')}
                aria-label={t('mark', { number: mark.number })}
                onFocus={() => onChoose(mark.number)}
                onChange={(event) => onEdit(mark.number, { words: event.target.value })}
              />
              {chosen === mark.number && <p className="caption mb-1.5">{t('arrows')}</p>}
              {offer(mark.number, mark.words, mark.task)}
              {tasking === mark.number && (
                <RemarkTask
                  words={mark.words}
                  subject={subject}
                  onDone={({ status, dueDate }) => {
                    onEdit(mark.number, { task: { status, dueDate } });
                    setTasking(null);
                  }}
                  onCancel={() => setTasking(null)}
                />
              )}
            </div>
            <button
              type="button"
              className="bare-button"
              aria-label={t('removeMark', { number: mark.number })}
              onClick={() => onRemove(mark.number)}
            >
              <Icon of={X} size={16} />
            </button>
          </li>
        ))}
      </ol>
      {full ? (
        <p className="small mt-4 text-ink2" role="status">
          {t('full', { most: MAX_REMARKS })}
        </p>
      ) : (
        <button type="button" className="link small mt-4" onClick={onAdd}>
          {t('addMark')}
        </button>
      )}
    </section>
  );
}
