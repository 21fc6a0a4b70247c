'use client';

import { Play } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { fileUrl } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { formatBytes, formatSeconds, typo } from '@/lib/i18n/format';
import { leaveFloor, takeFloor } from '../voice/floor';

/** At most 236 × 284, its own shape kept; of one without a picture the shape is not known. */
function roomOf({ width = 236, height = 177 }: FileRefDto): { width: number; height: number } {
  const scale = Math.min(236 / width, 284 / height);
  return { width: Math.max(120, Math.round(width * scale)), height: Math.max(90, Math.round(height * scale)) };
}

/** « 0:18, 3,1 Mo » */
export function useVideoFacts(): (file: FileRefDto) => string {
  const t = useTranslations('chat.video');
  const locale = useLocale();
  return (file) =>
    typo(t('facts', { length: formatSeconds(file.video?.milliseconds ?? 0), size: formatBytes(locale, file.size) }));
}

interface FilmProps {
  file: FileRefDto;
  /** It was asked for by a press: it begins by itself, and has the keyboard. */
  begins?: boolean;
}

/** The video itself, under the browser's own buttons, brought in parts as it plays. */
export function Film({ file, begins = false }: FilmProps) {
  const t = useTranslations('chat.video');
  const element = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const one = element.current;
    if (begins) one?.focus();
    return () => leaveFloor(one);
  }, [begins]);
  if (failed)
    return (
      <p className="video-failed small" role="alert">
        {t('unseen')}{' '}
        <a className="link" href={fileUrl(file.id)} download={file.name}>
          {t('save')}
        </a>
      </p>
    );
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- filmed a moment ago by one of two people, for the other
    <video
      ref={element}
      controls
      playsInline
      autoPlay={begins}
      preload="metadata"
      src={fileUrl(file.id)}
      poster={file.width === undefined ? undefined : fileUrl(file.id, 640)}
      aria-label={t('named', { name: file.name })}
      onPlay={(event) => takeFloor(event.currentTarget)}
      onError={() => setFailed(true)}
    />
  );
}

/** A video in the thread: a picture of it, how long and how heavy it is; pressed, it plays in its place. */
export function VideoPlayer({ file }: { file: FileRefDto }) {
  const t = useTranslations('chat.video');
  const facts = useVideoFacts();
  const [playing, setPlaying] = useState(false);
  const { width, height } = roomOf(file);
  const room = { width, aspectRatio: `${width} / ${height}` };
  if (playing)
    return (
      <div className="message-video" style={room}>
        <Film file={file} begins />
      </div>
    );
  return (
    <button
      type="button"
      className="message-video"
      style={room}
      aria-label={t('play', { length: formatSeconds(file.video?.milliseconds ?? 0) })}
      onClick={() => setPlaying(true)}
    >
      {file.width !== undefined && (
        <img src={fileUrl(file.id, 640)} alt="" width={width} height={height} loading="lazy" decoding="async" />
      )}
      <span className="video-play">
        <Icon of={Play} size={24} />
      </span>
      <span className="video-facts figures">{facts(file)}</span>
    </button>
  );
}
