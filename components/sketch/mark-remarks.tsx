'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { isEnter } from '@/components/ui/is-enter';
import { MAX_REMARK, MAX_REMARKS } from '@/lib/chat/words';
import { isRemark } from './strokes';
import type { Pad } from './use-pad';

interface Props {
  pad: Pad;
  /** First name of who receives it. */
  recipient: string;
  /** Opens words in the middle of what is on screen, for those who do not point; while words are the tool. */
  onWrite?: () => void;
}

/** What the numbers on the photo say, one line each; the one being written is basted. */
export function MarkRemarks({ pad, recipient, onWrite }: Props) {
  const t = useTranslations('chat.sketch');
  const m = useTranslations('chat.sketch.marking');
  const list = useRef<HTMLOListElement>(null);
  const remarks = pad.sketch.marks.filter(isRemark);
  const field = (number: number) => list.current?.querySelector<HTMLElement>(`[data-number="${number}"] textarea`);
  return (
    <section aria-label={m('remarks')}>
      <div className="flex items-baseline justify-between border-b border-ink pb-2">
        <h2 className="h2">{m('remarks')}</h2>
        {!pad.empty && <span className="small text-ink2">{t('kept')}</span>}
      </div>
      <ol ref={list}>
        {remarks.map(({ number, words }) => {
          const open = pad.chosen === number;
          return (
            <li key={number} className="sketch-remark" data-number={number} data-writing={open || undefined}>
              <span className="sketch-number" aria-hidden="true">
                {number}
              </span>
              <div className="min-w-0 flex-1">
                <textarea
                  rows={1}
                  maxLength={MAX_REMARK}
                  // What was just placed asks for its words; what is taken up again is asked for by hand.
                  autoFocus={open && words === ''}
                  value={words}
                  placeholder={t('writeRemark')}
                  aria-label={t('mark', { number })}
                  dir="auto"
                  onFocus={() => pad.choose(number)}
                  onChange={(event) => pad.edit(number, { words: event.target.value })}
                  onKeyDown={(event) => {
                    if (!isEnter(event) || event.shiftKey) return;
                    event.preventDefault();
                    event.currentTarget.blur();
                    pad.choose(null);
                  }}
                />
                <p className="flex flex-wrap gap-x-5 gap-y-1">
                  {open ? (
                    <span className="caption max-md:hidden">{t('arrows')}</span>
                  ) : (
                    <button
                      type="button"
                      className="link small"
                      aria-label={m('editMark', { number })}
                      onClick={() => field(number)?.focus()}
                    >
                      {m('edit')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="link small"
                    aria-label={t('removeMark', { number })}
                    onClick={() => pad.remove(number)}
                  >
                    {m('remove')}
                  </button>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      <p className="small mt-4 max-w-[60ch] text-ink2" role="status">
        {pad.full
          ? t('full', { most: MAX_REMARKS })
          : m(remarks.length === 0 ? 'how' : 'promise', { name: recipient, count: remarks.length })}
      </p>
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {!pad.full && (
          <button type="button" className="link small" onClick={() => pad.place(...pad.middle())}>
            {t('addMark')}
          </button>
        )}
        {onWrite && (
          <button type="button" className="link small" onClick={onWrite}>
            {t('writeInMiddle')}
          </button>
        )}
      </p>
    </section>
  );
}
