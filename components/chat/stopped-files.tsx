'use client';

import { useTranslations } from 'next-intl';
import { Refusal } from '@/components/form/refusal';
import type { Uploads } from './use-uploads';

interface Props {
  uploads: Uploads;
  /** Words stand in the field. */
  words: boolean;
  /** Takes the stopped files off and sends the rest. */
  onSendRest: () => void;
}

/** Files that could not be joined hold the message back: the person says what becomes of it. */
export function StoppedFiles({ uploads, words, onSendRest }: Props) {
  const t = useTranslations('chat.stoppedFiles');
  const { failed } = uploads;
  if (failed.length === 0) return null;
  const others = uploads.uploads.length - failed.length;
  return (
    <div className="stopped-files">
      <Refusal of={`${t('title', { count: failed.length, all: uploads.uploads.length })} ${t('kept')}`} />
      <p className="stopped-files-ways">
        {failed.some((one) => !one.final) && (
          <button type="button" className="link" onClick={uploads.retryAll}>
            {t('again')}
          </button>
        )}
        <button type="button" className="link" onClick={others > 0 || words ? onSendRest : uploads.dropFailed}>
          {others > 0 ? t('others', { count: others }) : words ? t('wordsOnly') : t('takeOff')}
        </button>
      </p>
    </div>
  );
}
