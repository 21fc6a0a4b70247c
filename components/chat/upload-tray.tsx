'use client';

import { FileText, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { typo } from '@/lib/i18n/format';
import type { Upload } from './use-uploads';

interface Props {
  uploads: readonly Upload[];
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
}

const HEIC = /\.(heic|heif)$/i;

/** What is being joined: thumbnails of 72 over a stitch that fills as they travel. */
export function UploadTray({ uploads, onRemove, onRetry }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  if (uploads.length === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const wordsOf = ({ error, final, name }: Upload): string => {
    if (error === 'lost') return t('uploadLost');
    if (final && HEIC.test(name)) return t('uploadHeic');
    return error || t('uploadFailed');
  };
  return (
    <ul className="upload-tray" aria-label={t('attachments')}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload" data-failed={upload.error !== undefined || undefined}>
          <span className="upload-thumb">
            {upload.preview ? <img src={upload.preview} alt="" /> : <Icon of={FileText} size={24} />}
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
