'use client';

import { ImagePlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { acceptOf } from '@/lib/files/rules';
import { uploadReference } from '@/lib/http/order-form';
import type { RemarkDraft } from './fitting-draft';
import type { FittingForm } from './use-fitting-form';

const MOST = 6;

interface Props {
  form: FittingForm;
  remark: RemarkDraft;
  /** What the remark is about, for names that are read alone. */
  about: string;
  /** First name of whoever may read it. */
  client: string;
  error?: string;
}

/** What is said of one point: words, pictures, whether it is work, and whether the client reads it. */
export function RemarkFields({ form, remark, about, client, error }: Props) {
  const t = useTranslations('fittings');
  const set = (part: Partial<RemarkDraft>) => form.edit(remark.key, part);
  return (
    <div className="flex flex-col gap-4 pb-5">
      <TextField
        label={t('noteOf', { about })}
        value={remark.note}
        onChange={(note) => set({ note })}
        maxLength={1000}
        error={error}
      />
      <Pictures form={form} remark={remark} about={about} />
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Checkbox isSelected={remark.task} onChange={(task) => set({ task })} aria-label={t('taskOf', { about })}>
          {t('task')}
        </Checkbox>
        <Checkbox
          isSelected={remark.shared}
          onChange={(shared) => set({ shared })}
          aria-label={t('sharedOf', { about, name: client })}
        >
          {t('shared', { name: client })}
        </Checkbox>
      </div>
    </div>
  );
}

function Pictures({ form, remark, about }: Pick<Props, 'form' | 'remark' | 'about'>) {
  const t = useTranslations('fittings');
  const input = useRef<HTMLInputElement>(null);
  const refusal = useRefusal();
  const [sending, setSending] = useState(0);
  const [error, setError] = useState('');
  const room = MOST - remark.files.length - sending;
  const send = async (list: FileList) => {
    const chosen = [...list].slice(0, Math.max(0, room));
    setError(list.length > chosen.length ? t('tooMany', { most: MOST }) : '');
    setSending((count) => count + chosen.length);
    for (const file of chosen)
      try {
        form.addFile(remark.key, await uploadReference(file));
      } catch (reason) {
        setError(refusal(reason, { offline: t('pictureFailed', { name: file.name }) }).first);
      } finally {
        setSending((count) => count - 1);
      }
  };
  return (
    <div>
      <ul className="flex flex-wrap gap-3" aria-label={t('picturesOf', { about })}>
        {remark.files.map((file) => (
          <li key={file.id} className="relative">
            <span className="plate block size-18" data-cool="">
              <img src={`/api/files/${file.id}?w=320`} alt={file.name} />
            </span>
            <IconButton
              size="small"
              label={t('removePicture', { name: file.name })}
              className="absolute! top-0 right-0"
              onPress={() => form.edit(remark.key, { files: remark.files.filter(({ id }) => id !== file.id) })}
            >
              <Icon of={X} size={16} />
            </IconButton>
          </li>
        ))}
        {room > 0 && (
          <li>
            <button
              type="button"
              className="bati-box grid size-18 cursor-pointer place-items-center"
              aria-label={t('addPicture', { about })}
              aria-busy={sending > 0 || undefined}
              onClick={() => input.current?.click()}
            >
              <Icon of={ImagePlus} />
            </button>
            <input
              ref={input}
              type="file"
              accept={acceptOf('picture')}
              multiple
              hidden
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                if (event.target.files) void send(event.target.files);
                event.target.value = '';
              }}
            />
          </li>
        )}
      </ul>
      {sending > 0 && <p className="smaller mt-2 text-ink2">{t('sending', { count: sending })}</p>}
      <Refusal of={error} className="mt-2" />
    </div>
  );
}
