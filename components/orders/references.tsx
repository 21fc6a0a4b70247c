'use client';

import { ImagePlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { uploadReference } from '@/lib/http/order-form';
import { acceptOf, isImageType } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';

const MOST = 12;

/** Pictures that say what words do not: dropped, pasted or chosen; each leaves at once and can be taken back. */
export function References({
  value,
  onAdd,
  onRemove,
}: {
  value: readonly FileRefDto[];
  onAdd: (file: FileRefDto) => void;
  onRemove: (id: string) => void;
}) {
  const t = useTranslations('orderForm.references');
  const refusal = useRefusal({ offline: t('offline') });
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ key: number; name: string }[]>([]);
  const [error, setError] = useState<string>();
  const next = useRef(0);

  async function send(files: Iterable<File>) {
    const chosen = [...files];
    const room = MOST - value.length - sending.length;
    setError(chosen.length > room ? t('tooMany', { left: chosen.length - Math.max(0, room) }) : undefined);
    for (const file of chosen.slice(0, Math.max(0, room))) {
      next.current += 1;
      const key = next.current;
      setSending((all) => [...all, { key, name: file.name }]);
      try {
        onAdd(await uploadReference(file));
      } catch (reason) {
        setError(`${file.name}${t('because')} ${refusal(reason).first}`);
      } finally {
        setSending((all) => all.filter((one) => one.key !== key));
      }
    }
  }

  return (
    <div
      className="field"
      onDragOver={(event) => event.preventDefault()}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        void send(event.clipboardData.files);
      }}
      onDrop={(event) => {
        event.preventDefault();
        void send(event.dataTransfer.files);
      }}
    >
      <p className="field-label mb-1.5" id="references-label">
        {t('label')}
      </p>
      <ul className="flex flex-wrap gap-3" aria-labelledby="references-label">
        {value.map((file) => (
          <li key={file.id} className="relative w-21">
            <span className="plate block h-26">
              {isImageType(file.mime) && <img src={`/api/files/${file.id}?w=320`} alt={file.name} />}
            </span>
            <span className="caption mt-1 block truncate">{isImageType(file.mime) ? t('attached') : file.name}</span>
            <IconButton
              size="small"
              label={t('remove', { name: file.name })}
              className="absolute! top-0 right-0"
              onPress={() => onRemove(file.id)}
            >
              <Icon of={X} size={16} />
            </IconButton>
          </li>
        ))}
        {sending.map(({ key, name }) => (
          <li key={key} className="w-21" aria-live="polite">
            <span className="bati-box block h-26" />
            <span className="caption mt-1 block truncate">{t('sending', { name })}</span>
          </li>
        ))}
        {value.length < MOST && (
          <li>
            <button
              type="button"
              className="bati-box flex h-26 w-47 cursor-pointer flex-col items-center justify-center gap-2"
              onClick={() => input.current?.click()}
            >
              <Icon of={ImagePlus} />
              <span className="smaller text-ink2">{t('add')}</span>
            </button>
            <input
              ref={input}
              type="file"
              hidden
              multiple
              accept={acceptOf('order')}
              onChange={(event) => {
                void send(event.target.files ?? []);
                event.target.value = '';
              }}
            />
          </li>
        )}
      </ul>
      <Refusal of={error} />
      <p className="field-help">{t('help')}</p>
    </div>
  );
}
