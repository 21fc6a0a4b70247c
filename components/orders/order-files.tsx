'use client';

import { Paperclip } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { isImageType } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { useOrderWords } from './use-order-words';

interface Props {
  files: readonly FileRefDto[];
  /** What the list is of, for a reader. */
  label?: string;
  /** Photographs of the work stand on a cool plate: a toile is never taken for the finished piece. */
  cool?: boolean;
  /** Where a file came from, by its id. */
  origins?: ReadonlyMap<string, string>;
}

/** What was joined to an order: pictures on plates that open in full, other files by their name. */
export function OrderFiles({ files, label, cool, origins }: Props) {
  const { t } = useOrderWords();
  return (
    <ul className="flex flex-wrap gap-3" aria-label={label}>
      {files.map((file) =>
        isImageType(file.mime) ? (
          <li key={file.id}>
            <a
              href={`/api/files/${file.id}`}
              className="plate block h-[168px] w-[132px]"
              data-cool={cool ? '' : undefined}
            >
              <img src={`/api/files/${file.id}?w=320`} alt={t('events.file', { name: file.name })} loading="lazy" />
            </a>
            {origins?.has(file.id) && <p className="caption mt-1.5 w-[132px]">{origins.get(file.id)}</p>}
          </li>
        ) : (
          <li key={file.id} className="self-end">
            <a href={`/api/files/${file.id}`} className="small inline-flex items-center gap-2">
              <Icon of={Paperclip} size={16} />
              <span className="link">{file.name}</span>
            </a>
          </li>
        ),
      )}
    </ul>
  );
}
