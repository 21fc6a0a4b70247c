'use client';

import { Camera } from 'lucide-react';
import { useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Icon } from '@/components/ui/icon';
import { acceptOf, fileUrl } from '@/lib/files/rules';
import { uploadReference } from '@/lib/http/order-form';
import { useOrderWords } from './use-order-words';

interface Props {
  /** The photograph that is there already. */
  fileId?: string;
  onFile: (id: string) => void;
  busy?: boolean;
}

/** The place of the photograph of a signed paper: basted until it lies there. */
export function PaperSlot({ fileId, onFile, busy }: Props) {
  const { t } = useOrderWords();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setError(undefined);
    try {
      onFile((await uploadReference(file)).id);
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(false);
    }
  };
  return (
    <div>
      <button
        type="button"
        className={`grid h-[88px] w-[120px] flex-none cursor-pointer place-items-center ${fileId ? 'plate' : 'bati-box'}`}
        aria-label={t(fileId ? 'agreement.otherPhoto' : 'agreement.addPhoto')}
        aria-busy={sending || busy || undefined}
        onClick={() => input.current?.click()}
      >
        {fileId ? <img src={fileUrl(fileId, 320)} alt="" /> : <Icon of={Camera} />}
      </button>
      <input
        ref={input}
        type="file"
        accept={acceptOf('picture')}
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Refusal of={error} className="mt-2" />
    </div>
  );
}
