'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useCopy } from '@/components/ui/use-copy';
import { typo } from '@/lib/i18n/format';
import { usePathname } from '@/lib/i18n/routing';
import { ERRORS, type ErrorCode } from '@/lib/errors';
import { useLive, useOutbox } from '../live/live-provider';

const isCode = (code: string | undefined): code is ErrorCode => code !== undefined && code in ERRORS;

/**
 * Words that the house refused, wherever they were written: also those of a conversation that is no longer one's own, which
 * no thread can show. They wait here until the person copies them or takes them back.
 */
export function UnsentWords() {
  const t = useTranslations('chat');
  const errors = useTranslations('errors.codes');
  const { client } = useLive();
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const copy = useCopy({ done: t('copied'), refused: t('copyFailed') });
  // The thread that is open shows its own.
  const refused = useOutbox().filter((one) => one.failed !== undefined && !pathname.endsWith(one.conversationId));
  if (refused.length === 0) return null;
  return (
    <div className="offline-line" role="status">
      <Icon of={CircleAlert} size={16} />
      <p className="flex-1">{t('unsent.line', { count: refused.length })}</p>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('unsent.see')}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('unsent.title')}>
        <ul className="flex flex-col gap-5">
          {refused.map((one) => (
            <li key={one.input.clientMessageId}>
              <p className="whitespace-pre-wrap" dir="auto">
                {typo(one.input.content) || t('unsent.files', { count: one.attachments.length })}
              </p>
              {isCode(one.failed) && <p className="small text-garance">{errors(one.failed)}</p>}
              <p className="message-refused-ways">
                {one.input.content !== '' && (
                  <button type="button" className="link" onClick={() => copy(typo(one.input.content))}>
                    {t('state.copy')}
                  </button>
                )}
                <button
                  type="button"
                  className="link"
                  onClick={() => client.outbox.remove(one.conversationId, one.input.clientMessageId)}
                >
                  {t('state.takeBack')}
                </button>
              </p>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}
