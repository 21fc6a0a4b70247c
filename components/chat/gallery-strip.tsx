'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isSeen } from '@/lib/chat/rules';
import { useConversationFiles } from '@/lib/http/conversations';
import { GalleryTile } from './gallery-tile';
import { Lightbox } from './lightbox';

/** The last pictures of a conversation, in the context panel. */
export function GalleryStrip({ conversationId }: { conversationId: string }) {
  const t = useTranslations('chat');
  const [open, setOpen] = useState<string | null>(null);
  const items = useConversationFiles(conversationId, 48).data?.items ?? [];
  const images = items.filter(isSeen);
  if (items.length === 0) return null;
  return (
    <section className="context-block">
      <h2 className="strong small">
        {t('gallery')} <span className="font-normal text-ink3 figures">{items.length}</span>
      </h2>
      <ul className="gallery-strip">
        {images.slice(0, 4).map((file) => (
          <li key={file.id}>
            <GalleryTile file={file} onOpen={() => setOpen(file.id)} />
          </li>
        ))}
      </ul>
      <Lightbox images={images} current={open} onChange={setOpen} />
    </section>
  );
}
