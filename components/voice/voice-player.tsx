'use client';

import { Pause, Play } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { fileUrl } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { formatNumber, formatSeconds, typo } from '@/lib/i18n/format';
import { useVoice } from './use-voice';

interface Props {
  file: FileRefDto;
  /** Its key on this device's shelf while it has not left. */
  shelved?: string;
  /** It begins to be heard. */
  onHeard?: () => void;
}

/** A voice to listen to: play and pause, where one is, how fast. */
export function VoicePlayer({ file, shelved, onHeard }: Props) {
  const t = useTranslations('chat.voice');
  const locale = useLocale();
  const voice = useVoice(file, shelved);
  const { at, whole, playing } = voice;
  const peaks = file.voice?.peaks ?? [];
  const length = formatSeconds(whole);
  const times = typo(t('times', { speed: formatNumber(locale, voice.speed) }));
  return (
    <div className="voice">
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- its words are the line beside it, where its sender wrote one */}
      <audio ref={voice.element} preload="none" {...voice.on} onPlaying={onHeard} />
      <button
        type="button"
        className="voice-play"
        aria-label={playing ? t('stop') : t('play', { length })}
        onClick={voice.turn}
      >
        <Icon of={playing ? Pause : Play} />
      </button>
      <div className="voice-wave">
        {peaks.map((peak, index) => (
          <span
            key={index}
            className="voice-bar"
            data-heard={(index + 0.5) / peaks.length <= at / whole || undefined}
            style={{ height: `${Math.max(10, peak)}%` }}
          />
        ))}
        <input
          type="range"
          min={0}
          max={whole}
          step={1_000}
          value={at}
          aria-label={t('seek')}
          aria-valuetext={t('position', { at: formatSeconds(at), length })}
          onChange={(event) => voice.seek(Number(event.target.value))}
        />
      </div>
      <button type="button" className="voice-speed" aria-label={t('speed', { speed: times })} onClick={voice.nextSpeed}>
        {times}
      </button>
      <p className="voice-times figures" aria-hidden="true">
        <span>{formatSeconds(at)}</span>
        <span>{length}</span>
      </p>
      {voice.failed && (
        <p className="voice-failed" role="alert">
          {t('unheard')}{' '}
          {shelved === undefined && (
            <a className="link" href={fileUrl(file.id)} download={file.name}>
              {t('save')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
