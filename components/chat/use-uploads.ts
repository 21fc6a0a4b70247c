'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { MAX_ATTACHMENTS } from '@/lib/chat/schemas';
import { ApiError } from '@/lib/http/api';
import { sendFile } from '@/lib/http/send-file';
import type { FileRefDto } from '@/lib/files/schemas';

export interface Upload {
  key: string;
  file: File;
  /** Shown while it travels. */
  preview?: string;
  /** From 0 to 1. */
  part: number;
  sent?: FileRefDto;
  /** A sentence; `''` when the network is away. */
  error?: string;
}

let count = 0;

/** The files being joined to a message: each travels by itself, says how far it is, and can be tried again or taken off. */
export function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const change = useCallback((key: string, patch: Partial<Upload>) => {
    setUploads((list) => list.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  }, []);

  const travel = useCallback(
    (key: string, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      sendFile(file, (part) => change(key, { part }), abort.signal).then(
        (sent) => change(key, { sent, part: 1 }),
        (error: unknown) => {
          if (!abort.signal.aborted) change(key, { error: error instanceof ApiError ? error.message : '' });
        },
      );
    },
    [change],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].slice(0, MAX_ATTACHMENTS).map((file): Upload => {
        count += 1;
        const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
        return { key: `upload-${count}`, file, preview, part: 0 };
      });
      setUploads((list) => [...list, ...fresh].slice(0, MAX_ATTACHMENTS));
      for (const { key, file } of fresh) travel(key, file);
    },
    [travel],
  );

  const remove = useCallback((key: string) => {
    aborts.current.get(key)?.abort();
    setUploads((list) => list.filter((one) => one.key !== key));
  }, []);
  const retry = useCallback(
    (upload: Upload) => {
      change(upload.key, { error: undefined, part: 0 });
      travel(upload.key, upload.file);
    },
    [change, travel],
  );
  const clear = useCallback(() => setUploads([]), []);

  useEffect(() => {
    const all = aborts.current;
    return () => {
      for (const abort of all.values()) abort.abort();
    };
  }, []);
  const travelling = uploads.some((one) => !one.sent && one.error === undefined);
  const sent = uploads.flatMap((one) => (one.sent ? [one.sent] : []));
  return { uploads, sent, travelling, add, remove, retry, clear };
}
