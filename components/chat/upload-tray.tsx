'use client';

import { FileText, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { isImage } from '@/lib/chat/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { typo } from '@/lib/i18n/format';
import type { Upload } from './use-uploads';

interface Props {
  uploads: readonly Upload[];
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
  /** Marks a picture before it leaves; for clients. */
  onMark?: (file: FileRefDto, key: string) => void;
}

/** The picture that is joined, or a sheet where there is none that this browser can show (a HEIC outside Safari). */
function Thumb({ src }: { src: string | undefined }) {
  const [unseen, setUnseen] = useState(false);
  if (!src || unseen) return <Icon of={FileText} size={24} />;
  return <img src={src} alt="" onError={() => setUnseen(true)} />;
}

/** What is being joined: thumbnails of 72 over a stitch that fills as they travel. */
export function UploadTray({ uploads, onRemove, onRetry, onMark }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  if (uploads.length === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const wordsOf = ({ error }: Upload): string => (error === 'lost' ? t('uploadLost') : error || t('uploadFailed'));
  return (
    <ul className="upload-tray" aria-label={t('attachments')}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload" data-failed={upload.error !== undefined || undefined}>
          <span className="upload-thumb">
            <Thumb key={upload.preview} src={upload.preview} />
            <button
              type="button"
              className="upload-remove"
              aria-label={t('removeFile', { name: upload.name })}
              onClick={() => onRemove(upload.key)}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
          <span className="upload-stitch" aria-hidden="true">
            <span style={{ width: `${Math.round(upload.part * 100)}%` }} />
          </span>
          {!upload.sent && upload.error !== undefined ? (
            <span className="caption text-garance">
              {wordsOf(upload)}{' '}
              {!upload.final && (
                <button type="button" className="link" onClick={() => onRetry(upload.key)}>
                  {t('state.retry')}
                </button>
              )}
            </span>
          ) : upload.sent && onMark && isImage(upload.sent) ? (
            <MarkLink file={upload.sent} onMark={(file) => onMark(file, upload.key)} />
          ) : (
            <span className="caption" role="status">
              {upload.sent ? t('attached') : typo(percent.format(upload.part))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A picture that has come can be marked before it leaves. */
function MarkLink({ file, onMark }: { file: FileRefDto; onMark: (file: FileRefDto) => void }) {
  const t = useTranslations('chat');
  return (
    <span className="caption">
      <span role="status" className="sr-only">
        {t('attached')}
      </span>
      <button
        type="button"
        className="link"
        aria-label={t('markFile', { name: file.name })}
        onClick={() => onMark(file)}
      >
        {t('markIt')}
      </button>
    </span>
  );
}
