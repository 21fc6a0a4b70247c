'use client';

import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Modal } from '@/components/ui/modal';
import type { FileRefDto } from '@/lib/files/schemas';
import { fileUrl } from '@/lib/files/rules';
import { isImage } from '@/lib/chat/rules';
import { Film } from './video-player';

export interface LightboxProps {
  images: readonly FileRefDto[];
  /** The picture that is open; null closes. */
  current: string | null;
  onChange: (id: string | null) => void;
  /** A verb for what is on show; `pictures`, where it is none for a video: draw on it. */
  action?: { label: string; pictures?: boolean; run: (file: FileRefDto) => void };
}

/** One picture or video over the whole window; arrows go to the next, Esc returns to the thread. */
export function LightboxWindow({ images, current, onChange, action }: LightboxProps) {
  const t = useTranslations('chat');
  const [direction] = useState({ ArrowLeft: -1, ArrowRight: 1 } as Record<string, number>);
  const index = images.findIndex((file) => file.id === current);
  const file = images[index];
  useEffect(() => {
    if (!file) return;
    const onKey = (event: KeyboardEvent) => {
      // There the arrows go through the video.
      if (event.target instanceof HTMLVideoElement) return;
      const next = images[index + (direction[event.key] ?? 0)];
      if (next && direction[event.key]) onChange(next.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [file, images, index, onChange, direction]);
  if (!file) return null;
  const step = (by: number) => {
    const next = images[index + by];
    if (next) onChange(next.id);
  };
  return (
    <Modal
      open
      onOpenChange={(open) => !open && onChange(null)}
      label={t('lightbox.title', { name: file.name })}
      classes={{ cover: 'lightbox', box: 'lightbox-box', dialog: 'lightbox-dialog' }}
    >
      <div className="lightbox-bar">
        <p className="small min-w-0 flex-1 truncate">
          {file.name}
          {images.length > 1 && <span className="ml-3 text-ink3 figures">{`${index + 1} / ${images.length}`}</span>}
        </p>
        {action && (isImage(file) || !action.pictures) && (
          <button type="button" className="link small" onClick={() => action.run(file)}>
            {action.label}
          </button>
        )}
        <a href={fileUrl(file.id)} download={file.name} className="icon-button" aria-label={t('lightbox.save')}>
          <Icon of={Download} />
        </a>
        <IconButton label={t('lightbox.close')} onPress={() => onChange(null)}>
          <Icon of={X} />
        </IconButton>
      </div>
      <div className="lightbox-stage">
        {file.video ? (
          <Film key={file.id} file={file} />
        ) : (
          <img key={file.id} src={fileUrl(file.id, 1920)} alt={file.name} />
        )}
      </div>
      {images.length > 1 && (
        <>
          <IconButton
            label={t('lightbox.previous')}
            className="lightbox-previous"
            isDisabled={index === 0}
            onPress={() => step(-1)}
          >
            <Icon of={ChevronLeft} size={24} />
          </IconButton>
          <IconButton
            label={t('lightbox.next')}
            className="lightbox-next"
            isDisabled={index === images.length - 1}
            onPress={() => step(1)}
          >
            <Icon of={ChevronRight} size={24} />
          </IconButton>
        </>
      )}
    </Modal>
  );
}
