'use client';

import { useTranslations } from 'next-intl';
import { Gallery } from '@/components/chat/gallery';
import { fileUrl } from '@/components/chat/attachments';
import { Empty } from '@/components/ui/empty';
import { SectionHead } from '@/components/ui/section-head';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  /** Reference pictures of the orders. */
  references: readonly string[];
  conversationId?: string;
}

/** What was shown and sent: the pictures of the orders, and all of the conversation's files. */
export function ClientFiles({ references, conversationId }: Props) {
  const t = useTranslations('clients');
  const router = useRouter();
  if (references.length === 0 && !conversationId)
    return <Empty drawing="frame" level="h3" title={t.rich('noFiles', { em: (text) => <em>{text}</em> })} />;
  return (
    <div className="flex flex-col gap-10">
      {references.length > 0 && (
        <section>
          <SectionHead title={t('references')} />
          <ul className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-4">
            {references.map((id) => (
              <li key={id}>
                <a href={fileUrl(id)} target="_blank" rel="noreferrer">
                  <img
                    src={fileUrl(id, 320)}
                    alt={t('referenceFile')}
                    className="aspect-[3/4] w-full bg-plate object-cover"
                    loading="lazy"
                  />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {conversationId && (
        <section>
          <SectionHead title={t('conversation')} />
          <div className="mt-4">
            <Gallery
              conversationId={conversationId}
              onShow={() => router.push(paths.atelier.conversation(conversationId))}
            />
          </div>
        </section>
      )}
    </div>
  );
}
