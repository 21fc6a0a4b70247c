import { getTranslations } from 'next-intl/server';
import { Empty } from '@/components/ui/empty';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('chat', 'title');

/** Beside the inbox, before a conversation is chosen; a phone shows the inbox alone. */
export default async function AtelierMessagesPage({ params }: Props) {
  await pageParams(params);
  const t = await getTranslations('chat.choose');
  return (
    <div className="desk-rest">
      <Empty drawing="bubble" title={t.rich('title', { em: (chunks) => <em>{chunks}</em> })}>
        {t('text')}
      </Empty>
    </div>
  );
}
