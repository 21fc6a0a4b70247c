'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useAccount } from '@/components/form/account';
import { fileUrl } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { unshelve } from '@/lib/http/file-shelf';
import { findEnd } from './find-end';
import { leaveFloor, takeFloor } from './floor';

const SPEEDS = [1, 1.5, 2] as const;

/** Whoever listens faster listens faster to the next one too. */
let speed: (typeof SPEEDS)[number] = 1;
const hearers = new Set<() => void>();
const subscribe = (hear: () => void) => {
  hearers.add(hear);
  return () => void hearers.delete(hear);
};
function nextSpeed(): void {
  speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
  for (const hear of [...hearers]) hear();
}

/**
 * A voice and where one is in it.
 * @param shelved its key on this device's shelf while it has not left
 */
export function useVoice(file: FileRefDto, shelved?: string) {
  const account = useAccount();
  const element = useRef<HTMLAudioElement>(null);
  const local = useRef<string>(undefined);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const now = useSyncExternalStore(
    subscribe,
    () => speed,
    () => 1 as const,
  );
  const whole = file.voice?.milliseconds ?? 0;

  useEffect(() => {
    if (element.current) element.current.playbackRate = element.current.defaultPlaybackRate = now;
  }, [now]);
  useEffect(() => {
    const one = element.current;
    return () => {
      leaveFloor(one);
      if (local.current) URL.revokeObjectURL(local.current);
    };
  }, []);

  const load = async (one: HTMLAudioElement): Promise<void> => {
    if (one.src === '') {
      const kept = shelved === undefined ? undefined : await unshelve(account, shelved);
      local.current = kept && URL.createObjectURL(kept);
      one.src = local.current ?? fileUrl(file.id);
    }
    if (one.readyState > 0) return;
    await new Promise((resolve, reject) => {
      one.addEventListener('loadedmetadata', resolve, { once: true });
      one.addEventListener('error', () => reject(new Error('the sound does not open')), { once: true });
      one.load();
    });
    await findEnd(one);
    one.currentTime = at / 1_000;
  };
  const play = async () => {
    const one = element.current;
    if (!one) return;
    setFailed(false);
    try {
      await load(one);
      takeFloor(one);
      await one.play();
    } catch (error) {
      // « Stop » before it began is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    }
  };

  return {
    element,
    at: Math.min(at, whole),
    whole,
    playing,
    failed,
    speed: now,
    nextSpeed,
    turn: () => (playing ? element.current?.pause() : void play()),
    seek: (milliseconds: number) => {
      setAt(milliseconds);
      const one = element.current;
      if (one && one.readyState > 0) one.currentTime = milliseconds / 1_000;
    },
    /** What the sound itself tells. */
    on: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => {
        setPlaying(false);
        setAt(0);
        if (element.current) element.current.currentTime = 0;
      },
      onTimeUpdate: () => {
        const one = element.current;
        if (one && !one.paused) setAt(one.currentTime * 1_000);
      },
    },
  };
}
