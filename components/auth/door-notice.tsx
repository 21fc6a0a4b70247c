import { CircleAlert, Check } from 'lucide-react';
import { Icon } from '@/components/ui/icon';

/** One sentence above a form: what was refused (garance rule) or what has just been done. */
export function DoorNotice({ words, more, done }: { words: string; more?: string; done?: boolean }) {
  return (
    <div
      role={done ? 'status' : 'alert'}
      className={`mb-6 flex items-start gap-3 border border-t-2 border-hair bg-sheet px-4 py-3 ${done ? 'border-t-sarcelle' : 'border-t-garance'}`}
    >
      <span className={done ? 'text-sarcelle' : 'text-garance'}>
        <Icon of={done ? Check : CircleAlert} />
      </span>
      <p className="small">
        <span className={more ? 'strong' : undefined}>{words}</span>
        {more && <span className="text-ink2"> {more}</span>}
      </p>
    </div>
  );
}

/** « Trois points à reprendre. Le reste est gardé. » over a form that has two errors or more. */
export function DoorSummary({ count, title, kept }: { count: number; title: string; kept: string }) {
  return count > 1 ? <DoorNotice words={title} more={kept} /> : null;
}
