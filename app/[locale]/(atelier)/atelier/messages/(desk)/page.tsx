import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Empty } from '@/components/ui/empty';
import { isLocale } from '@/lib/i18n/config';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'chat' });
  return { title: t('title') };
}

/** Beside the inbox, before a conversation is chosen; a phone shows the inbox alone. */
export default async function AtelierMessagesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('chat.choose');
  return (
    <div className="desk-rest">
      <Empty drawing="bubble" title={t.rich('title', { em: (chunks) => <em>{chunks}</em> })}>
        {t('text')}
      </Empty>
    </div>
  );
}
