'use client';

import { ArrowUp, Mic, Pause, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Icon } from '@/components/ui/icon';
import { isEnter } from '@/components/ui/is-enter';
import { MAX_CONTENT } from '@/lib/chat/words';
import { type VoiceDto } from '@/lib/files/schemas';
import { VOICE_MS } from '@/lib/files/words';
import { formatSeconds } from '@/lib/i18n/format';
import { peaksOf } from './peaks';
import type { Recording } from './recording';

interface Props {
  recording: Recording;
  onSend: (file: File, voice: VoiceDto, line: string) => void;
  onDiscard: () => void;
}

/** Bars of the whole two minutes. */
const BARS = 64;
const EVERY_MS = 100;

/** In the composer's place while one speaks: how long, how loud, a line beside it; nothing leaves before it is sent. */
export function VoiceRecorder({ recording, onSend, onDiscard }: Props) {
  const t = useTranslations('chat.voice');
  const [heard, setHeard] = useState({ spoken: 0, state: recording.state, peaks: [] as number[] });
  const [line, setLine] = useState('');
  const [empty, setEmpty] = useState(false);
  const sending = useRef(false);
  const root = useRef<HTMLDivElement>(null);
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const look = () => {
      const levels = recording.listen();
      const { spoken, state } = recording;
      const filled = Math.ceil((spoken / VOICE_MS) * BARS);
      setHeard({ spoken, state, peaks: spoken > 0 ? peaksOf(levels, VOICE_MS, BARS).slice(0, filled) : [] });
    };
    const timer = setInterval(look, EVERY_MS);
    send.current?.focus();
    return () => {
      clearInterval(timer);
      recording.discard();
    };
  }, [recording]);

  const finish = async () => {
    if (sending.current) return;
    sending.current = true;
    const voice = await recording.finish(t('fileName'));
    if (voice) onSend(voice.file, voice.voice, line.trim());
    else setEmpty(true);
  };
  const paused = heard.state === 'paused';
  const turn = () => (recording.state === 'paused' ? recording.goOn() : recording.pause());
  // Once is a pause: two minutes of speech are not lost by a slip of the finger.
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (recording.state === 'recording') recording.pause();
    else onDiscard();
  });
  useEffect(() => {
    const place = root.current;
    const hear = (event: KeyboardEvent) => onEscape(event);
    place?.addEventListener('keydown', hear);
    return () => place?.removeEventListener('keydown', hear);
  }, []);

  return (
    <div ref={root} className="voice-recorder" role="group" aria-label={t('recording')}>
      <p className="voice-recorder-head">
        <span className="voice-recorder-dot" data-still={heard.state !== 'recording' || undefined} aria-hidden="true" />
        <span className="strong" role="status">
          {t(heard.state === 'recording' ? 'speaking' : paused ? 'paused' : 'full')}
        </span>
        <span className="figures ml-auto">
          <span className="strong">{formatSeconds(heard.spoken)}</span>{' '}
          <span className="text-ink2">{t('of', { whole: formatSeconds(VOICE_MS) })}</span>
        </span>
      </p>
      <div className="voice-levels" aria-hidden="true">
        {heard.peaks.map((peak, index) => (
          <span key={index} className="voice-bar" style={{ height: `${Math.max(8, peak)}%` }} />
        ))}
        <span className="voice-now" />
        <span className="voice-rest" />
      </div>
      <input
        className="voice-line"
        value={line}
        maxLength={MAX_CONTENT}
        placeholder={t('line')}
        aria-label={t('line')}
        dir="auto"
        onChange={(event) => setLine(event.target.value)}
        onKeyDown={(event) => isEnter(event) && void finish()}
      />
      <div className="voice-recorder-ways">
        <button type="button" className="voice-discard" onClick={onDiscard}>
          <Icon of={Trash2} />
          {t('discard')}
        </button>
        <button
          type="button"
          className="voice-pause"
          aria-label={t(paused ? 'goOn' : 'pause')}
          disabled={heard.state === 'inactive'}
          onClick={turn}
        >
          <Icon of={paused ? Mic : Pause} />
        </button>
        <button ref={send} type="button" className="composer-send" aria-label={t('send')} onClick={() => void finish()}>
          <Icon of={ArrowUp} />
        </button>
      </div>
      <Refusal of={empty ? t('empty') : null} />
      <p className="caption">{t('kept')}</p>
    </div>
  );
}
