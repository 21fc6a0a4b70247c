'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { fileUrl, hasPicture } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { formatSeconds } from '@/lib/i18n/format';

/** One picture or video among others, which opens over the window. */
export function GalleryTile({ file, onOpen }: { file: FileRefDto; onOpen: () => void }) {
  const t = useTranslations('chat.video');
  const length = file.video && formatSeconds(file.video.milliseconds);
  return (
    <button
      type="button"
      className="gallery-image"
      aria-label={length === undefined ? undefined : t('play', { length })}
      onClick={onOpen}
    >
      {hasPicture(file) && (
        <img src={fileUrl(file.id, 320)} alt={length === undefined ? file.name : ''} loading="lazy" />
      )}
      {length !== undefined && (
        <span className="video-facts figures">
          <Icon of={Play} size={14} /> {length}
        </span>
      )}
    </button>
  );
}
