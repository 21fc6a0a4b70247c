import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import type { CardWords } from './model-card';

/** The words of a card, as strings: its heart is an island and carries no translator. */
export async function cardWords(locale: Locale): Promise<CardWords> {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  return {
    from: t('from'),
    colours: t('colours'),
    heart: { keep: t('heart.keep', { name: '{name}' }), failed: t('heart.failed') },
  };
}
