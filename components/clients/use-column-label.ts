import { useLocale, useTranslations } from 'next-intl';
import { type CsvField, COLUMNS, headerOf } from '@/lib/clients/csv-columns';
import type { PointCode } from '@/lib/clients/measurement-points';

/** How a column of the clients' table is called in the reader's language: a field of the file, or a point of the body. */
export function useColumnLabel(): (field: CsvField | PointCode) => string {
  const locale = useLocale();
  const points = useTranslations('measurements.points');
  return (field) => (field in COLUMNS ? headerOf(field as CsvField, locale) : points(field as PointCode));
}
