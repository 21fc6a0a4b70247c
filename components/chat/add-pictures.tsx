'use client';

import { ImagePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Icon } from '@/components/ui/icon';
import { acceptOf } from '@/lib/files/rules';

interface Props {
  inputRef: RefObject<HTMLInputElement | null>;
  onFiles: (files: FileList) => void;
}

/** The basted slot where pictures are added. */
export function AddPictures({ inputRef, onFiles }: Props) {
  const t = useTranslations('chat.new');
  return (
    <>
      <button
        type="button"
        className="bati-box mt-2 grid size-18 cursor-pointer place-items-center"
        aria-label={t('addPictures')}
        onClick={() => inputRef.current?.click()}
      >
        <Icon of={ImagePlus} />
      </button>
      <input
        ref={inputRef}
        type="file"
        accept={acceptOf('picture')}
        multiple
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files);
          event.target.value = '';
        }}
      />
    </>
  );
}
