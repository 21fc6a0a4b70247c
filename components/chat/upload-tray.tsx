'use client';

import { FileText, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { typo } from '@/lib/i18n/format';
import type { Upload } from './use-uploads';

interface Props {
  uploads: readonly Upload[];
  onRemove: (key: string) => void;
  onRetry: (upload: Upload) => void;
}

/** What is being joined: thumbnails of 72 over a stitch that fills as they travel. */
export function UploadTray({ uploads, onRemove, onRetry }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  if (uploads.length === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <ul className="upload-tray" aria-label={t('attachments')}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload">
          <span className="upload-thumb">
            {upload.preview ? <img src={upload.preview} alt="" /> : <Icon of={FileText} size={24} />}
            <button
              type="button"
              className="upload-remove"
              aria-label={t('removeFile', { name: upload.file.name })}
              onClick={() => onRemove(upload.key)}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
          <span className="upload-stitch" aria-hidden="true">
            <span style={{ width: `${Math.round(upload.part * 100)}%` }} />
          </span>
          {upload.error !== undefined ? (
            <span className="caption text-garance">
              {upload.error || t('uploadFailed')}{' '}
              <button type="button" className="link" onClick={() => onRetry(upload)}>
                {t('state.retry')}
              </button>
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
