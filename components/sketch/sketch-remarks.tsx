'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Mark } from './strokes';

interface Props {
  marks: readonly Mark[];
  chosen: number | null;
  onChoose: (number: number) => void;
  onWords: (number: number, words: string) => void;
  onRemove: (number: number) => void;
  /** Places a mark in the middle, for those who do not point. */
  onAdd: () => void;
}

/** The remarks: a line per numbered mark; they leave with the picture. */
export function SketchRemarks({ marks, chosen, onChoose, onWords, onRemove, onAdd }: Props) {
  const t = useTranslations('chat');
  const remarks = marks.flatMap((mark) => (mark.kind === 'mark' ? [mark] : []));
  return (
    <aside className="sketch-remarks" aria-label={t('sketch.remarks')}>
      <div className="flex items-baseline justify-between border-b border-ink pb-2">
        <h2 className="h2">{t('sketch.remarks')}</h2>
        <span className="small text-ink3 figures">{remarks.length}</span>
      </div>
      <ol>
        {remarks.map((mark) => (
          <li key={mark.number} className="sketch-remark" data-chosen={chosen === mark.number || undefined}>
            <span className="sketch-number">{mark.number}</span>
            <div className="min-w-0 flex-1">
              <textarea
                rows={2}
                value={mark.words}
                placeholder={t('sketch.writeRemark')}
                aria-label={t('sketch.mark', { number: mark.number })}
                onFocus={() => onChoose(mark.number)}
                onChange={(event) => onWords(mark.number, event.target.value)}
              />
              {chosen === mark.number && <p className="caption">{t('sketch.arrows')}</p>}
            </div>
            <button
              type="button"
              className="bare-button"
              aria-label={t('sketch.removeMark', { number: mark.number })}
              onClick={() => onRemove(mark.number)}
            >
              <Icon of={X} size={16} />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="link small mt-4" onClick={onAdd}>
        {t('sketch.addMark')}
      </button>
    </aside>
  );
}
