'use client';

import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { isImage, isSeen } from '@/lib/chat/rules';
import { fileUrl } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { formatBytes } from '@/lib/i18n/format';
import { VideoPlayer } from './video-player';

/** The room a picture takes before it is there: at most 300 × 250, its own shape kept. */
function roomOf(file: FileRefDto, alone: boolean): { width: number; height: number } {
  if (!alone) return { width: 145, height: 145 };
  const { width = 300, height = 250 } = file;
  const scale = Math.min(300 / width, 250 / height, 1);
  return { width: Math.max(90, Math.round(width * scale)), height: Math.max(60, Math.round(height * scale)) };
}

interface Props {
  files: readonly FileRefDto[];
  sketch: boolean;
  onOpen: (file: FileRefDto) => void;
}

/** What a message carries: pictures as an album that opens, videos that play in their place, other files as rows to keep. */
export function Attachments({ files, sketch, onOpen }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const images = files.filter(isImage);
  const others = files.filter((file) => !isSeen(file) && !file.voice);
  const videos = files.filter((file) => file.video);
  return (
    <>
      {images.length > 0 && (
        <div className="message-album">
          {images.map((file, index) => {
            const room = roomOf(file, images.length === 1);
            return (
              <button
                key={file.id}
                type="button"
                className="message-image"
                data-sketch={sketch || undefined}
                style={{ width: room.width, aspectRatio: `${room.width} / ${room.height}` }}
                aria-label={t('openImage', { number: index + 1, count: images.length })}
                onClick={() => onOpen(file)}
              >
                <img
                  src={fileUrl(file.id, images.length === 1 ? 640 : 320)}
                  alt={sketch ? t('intent.sketch') : file.name}
                  width={room.width}
                  height={room.height}
                  loading="lazy"
                  decoding="async"
                />
              </button>
            );
          })}
        </div>
      )}
      {videos.map((file) => (
        <VideoPlayer key={file.id} file={file} />
      ))}
      {others.map((file) => (
        <a key={file.id} href={fileUrl(file.id)} download={file.name} className="message-file">
          <Icon of={FileText} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{file.name}</span>
            <span className="caption block">{formatBytes(locale, file.size)}</span>
          </span>
        </a>
      ))}
    </>
  );
}
