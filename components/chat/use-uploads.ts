'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useAccount } from '@/components/form/account';
import { MAX_ATTACHMENTS } from '@/lib/chat/words';
import { forgetShelved, shelve, unshelve } from '@/lib/http/file-shelf';
import { newKey } from '@/lib/http/new-key';
import { isFinal, refusedBy } from '@/lib/http/refusal';
import { sendFile } from '@/lib/http/send-file';
import { fileUrl, hasPicture } from '@/lib/files/rules';
import { VIDEO_MS } from '@/lib/files/words';
import { typo } from '@/lib/i18n/format';
import { type DraftFile, sentFiles } from './chat-draft';
import { readVideo } from './read-video';

/** How far one file has come, in this tab. */
interface Way {
  /** From 0 to 1. */
  part: number;
  preview?: string;
  /** A sentence; `''` when the network is away, `lost` when the browser no longer has the file. */
  error?: string;
  /** Trying again cannot help. */
  final?: boolean;
}
export interface Upload extends DraftFile, Way {}

/** A file that has arrived, as the house shows it. */
const previewOf = (sent: NonNullable<DraftFile['sent']>): string | undefined =>
  hasPicture(sent) ? fileUrl(sent.id, 320) : undefined;

type Change = (next: (files: DraftFile[]) => DraftFile[]) => void;

/**
 * The files being joined to a message. Each travels by itself, says how far it is, and goes on after a reload or when the
 * network is back; none leaves the tray but by the person's hand or with the message.
 */
export function useUploads(files: readonly DraftFile[], change: Change) {
  const account = useAccount();
  const t = useTranslations('errors.codes');
  const [ways, setWays] = useState<Readonly<Record<string, Way>>>({});
  const aborts = useRef(new Map<string, AbortController>());
  const held = useRef(new Map<string, File>());
  const move = useCallback((key: string, patch: Partial<Way>) => {
    setWays((all) => ({ ...all, [key]: { part: 0, ...all[key], ...patch } }));
  }, []);

  const travel = async (key: string): Promise<void> => {
    if (aborts.current.has(key)) return;
    const abort = new AbortController();
    aborts.current.set(key, abort);
    const file = held.current.get(key) ?? (await unshelve(account, key));
    try {
      if (!file) return move(key, { error: 'lost', final: true });
      held.current.set(key, file);
      move(key, { error: undefined, part: 0 });
      const film = file.type.startsWith('video/') ? await readVideo(file) : undefined;
      if (abort.signal.aborted) return;
      // Told before minutes of a telephone's line are spent on it.
      if (film && film.milliseconds > VIDEO_MS + 1_000)
        return move(key, { error: typo(t('video_too_long', { seconds: VIDEO_MS / 1_000 })), final: true });
      const shown = file.type.startsWith('image/') ? file : film?.poster;
      move(key, { preview: shown && URL.createObjectURL(shown) });
      const video = film && { milliseconds: film.milliseconds };
      const sent = await sendFile(file, (part) => move(key, { part }), {
        signal: abort.signal,
        video,
        poster: film?.poster,
      });
      change((all) => all.map((one) => (one.key === key ? { ...one, sent } : one)));
      move(key, { part: 1, ...(sent.mime === file.type ? {} : { preview: previewOf(sent) }) });
      void forgetShelved(account, key);
    } catch (error) {
      if (abort.signal.aborted) return;
      move(key, { error: refusedBy(error)?.sentence ?? '', final: isFinal(error) });
    } finally {
      aborts.current.delete(key);
    }
  };

  // What was kept from before a reload goes on by itself, and so does what the network dropped.
  const resume = useEffectEvent(() => {
    for (const one of files) if (!one.sent && !ways[one.key]?.final) void travel(one.key);
  });
  const waiting = files
    .filter((one) => !one.sent && !ways[one.key])
    .map((one) => one.key)
    .join(' ');
  useEffect(() => {
    if (waiting !== '') resume();
  }, [waiting]);
  useEffect(() => {
    const goOn = () => resume();
    window.addEventListener('online', goOn);
    const all = aborts.current;
    return () => {
      window.removeEventListener('online', goOn);
      for (const abort of all.values()) abort.abort();
      all.clear();
    };
  }, []);

  const uploads = useMemo(
    () =>
      files.map((one): Upload => {
        const preview = one.sent && previewOf(one.sent);
        return { ...one, part: one.sent ? 1 : 0, preview, ...ways[one.key] };
      }),
    [files, ways],
  );
  const failed = uploads.filter((one) => !one.sent && one.error !== undefined);

  const forget = (keys: readonly string[]) => {
    for (const key of keys) {
      aborts.current.get(key)?.abort();
      held.current.delete(key);
      void forgetShelved(account, key);
    }
    change((all) => all.filter((one) => !keys.includes(one.key)));
  };

  return {
    uploads,
    sent: sentFiles(files),
    failed,
    travelling: uploads.some((one) => !one.sent && one.error === undefined),
    /** Joins files. @returns how many found no room */
    add: (fresh: Iterable<File>): number => {
      const list = [...fresh];
      const room = Math.max(0, MAX_ATTACHMENTS - files.length);
      const taken = list.slice(0, room).map((file) => {
        const key = newKey();
        held.current.set(key, file);
        void shelve(account, key, file);
        return { key, name: file.name, mime: file.type, size: file.size };
      });
      if (taken.length > 0) change((all) => [...all, ...taken]);
      return list.length - taken.length;
    },
    remove: (key: string) => forget([key]),
    retry: (key: string) => void travel(key),
    retryAll: () => failed.filter((one) => !one.final).forEach((one) => void travel(one.key)),
    dropFailed: () => forget(failed.map((one) => one.key)),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
