'use client';

import { useTranslations } from 'next-intl';
import { Gallery } from '@/components/chat/gallery';
import { OrderFiles } from '@/components/orders/order-files';
import { Empty } from '@/components/ui/empty';
import { SectionHead } from '@/components/ui/section-head';
import { useRouter } from '@/lib/i18n/routing';
import type { FileRefDto } from '@/lib/files/schemas';
import { paths } from '@/lib/paths';

interface Props {
  /** What was joined to the orders. */
  references: readonly FileRefDto[];
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
          <div className="mt-4">
            <OrderFiles files={references} label={t('references')} />
          </div>
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
