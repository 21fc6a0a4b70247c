'use client';

import { useLocale, useTranslations } from 'next-intl';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { Vocabulary } from '@/lib/house/schemas';

/** A setting's path as people name it: « Montage, Robe de mariée ». */
export function usePathNames(vocabulary: Vocabulary): (path: string) => string {
  const t = useTranslations('house.settings');
  const stages = useTranslations('stages');
  const locale = useLocale();
  const own = (key: string): string => {
    if (t.has(`path.${key}` as never)) return t(`path.${key}` as never);
    if (stages.has(`stage.${key}` as never)) return stages(`stage.${key}` as never);
    return inLanguage(vocabulary.garments.find((garment) => garment.code === key)?.label, locale) ?? key;
  };
  return (path) => {
    const [setting = '', ...rest] = path.split('.');
    if (setting === 'garmentHours') return [rest[1], rest[0]].flatMap((key) => (key ? [own(key)] : [])).join(', ');
    if (setting === 'stageHours') return own(rest[0] ?? setting);
    return own(rest.at(-1) ?? setting);
  };
}
