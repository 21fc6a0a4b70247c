'use client';

import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { isSeen } from '@/lib/chat/rules';
import { useConversationFiles } from '@/lib/http/conversations';
import { formatBytes, formatDay } from '@/lib/i18n/format';
import { fileUrl } from '@/lib/files/rules';
import { GalleryTile } from './gallery-tile';
import { Lightbox } from './lightbox';
import { ReadFailed } from './read-failed';

const MORE = 100;

interface Props {
  conversationId: string;
  onShow: (seq: number) => void;
}

/** Every picture and file the two people exchanged, newest first. */
export function Gallery({ conversationId, onShow }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const [limit, setLimit] = useState(48);
  const [open, setOpen] = useState<string | null>(null);
  const { data, isError, refetch } = useConversationFiles(conversationId, limit);
  const items = data?.items ?? [];
  const images = items.filter(isSeen);
  const others = items.filter((file) => !isSeen(file));
  if (isError && !data) return <ReadFailed onRetry={() => void refetch()} />;
  if (data && items.length === 0)
    return <Empty drawing="frame" level="h3" title={t.rich('emptyGallery', { em: (chunks) => <em>{chunks}</em> })} />;
  return (
    <div>
      <ul className="chat-gallery">
        {images.map((file) => (
          <li key={file.id}>
            <GalleryTile file={file} onOpen={() => setOpen(file.id)} />
          </li>
        ))}
      </ul>
      <ul className="mt-6">
        {others.map((file) => (
          <li key={file.id} className="gallery-file">
            <Icon of={FileText} />
            <a href={fileUrl(file.id)} download={file.name} className="link min-w-0 truncate">
              {file.name}
            </a>
            <span className="caption ml-auto shrink-0">
              {formatBytes(locale, file.size)}, {formatDay(locale, file.createdAt)}
            </span>
            <button type="button" className="link small" onClick={() => onShow(file.seq)}>
              {t('seeMessage')}
            </button>
          </li>
        ))}
      </ul>
      {data?.nextCursor && limit < MORE && (
        <Button className="mt-6" onPress={() => setLimit(MORE)}>
          {t('more')}
        </Button>
      )}
      <Lightbox
        images={images}
        current={open}
        onChange={setOpen}
        action={{
          label: t('seeMessage'),
          run: (file) => {
            const seq = images.find((one) => one.id === file.id)?.seq;
            if (seq !== undefined) onShow(seq);
          },
        }}
      />
    </div>
  );
}
