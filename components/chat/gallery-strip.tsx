'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isImage } from '@/lib/chat/rules';
import { useConversationFiles } from '@/lib/http/conversations';
import { fileUrl } from '@/lib/files/rules';
import { Lightbox } from './lightbox';

/** The last pictures of a conversation, in the context panel. */
export function GalleryStrip({ conversationId }: { conversationId: string }) {
  const t = useTranslations('chat');
  const [open, setOpen] = useState<string | null>(null);
  const items = useConversationFiles(conversationId, 48).data?.items ?? [];
  const images = items.filter(isImage);
  if (items.length === 0) return null;
  return (
    <section className="context-block">
      <h2 className="strong small">
        {t('gallery')} <span className="font-normal text-ink3 figures">{items.length}</span>
      </h2>
      <ul className="gallery-strip">
        {images.slice(0, 4).map((file) => (
          <li key={file.id}>
            <button type="button" className="gallery-image" onClick={() => setOpen(file.id)}>
              <img src={fileUrl(file.id, 320)} alt={file.name} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <Lightbox images={images} current={open} onChange={setOpen} />
    </section>
  );
}
