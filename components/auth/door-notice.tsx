import { CircleAlert, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorPoints, type FormError } from '@/components/ui/form-errors';
import { Icon } from '@/components/ui/icon';

interface Props {
  words: string;
  more?: string;
  done?: boolean;
  children?: ReactNode;
}

/** One sentence above a form: what was refused (garance rule) or what has just been done. */
export function DoorNotice({ words, more, done, children }: Props) {
  return (
    <div
      role={done ? 'status' : 'alert'}
      className={`mb-6 flex items-start gap-3 border border-t-2 border-hair bg-sheet px-4 py-3 ${done ? 'border-t-sarcelle' : 'border-t-garance'}`}
    >
      <span className={done ? 'text-sarcelle' : 'text-garance'}>
        <Icon of={done ? Check : CircleAlert} />
      </span>
      <div className="small">
        <p>
          <span className={more ? 'strong' : undefined}>{words}</span>
          {more && <span className="text-ink2"> {more}</span>}
        </p>
        {children}
      </div>
    </div>
  );
}

/** « Trois points à reprendre. Le reste est gardé. » over a form that has two errors or more; each leads to its field. */
export function DoorSummary({ errors, title, kept }: { errors: readonly FormError[]; title: string; kept: string }) {
  if (errors.length < 2) return null;
  return (
    <DoorNotice words={title} more={kept}>
      <ErrorPoints errors={errors} className="smaller mt-2" />
    </DoorNotice>
  );
}
