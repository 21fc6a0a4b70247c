import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { AppError, type FieldError } from '../errors';
import { getHouse } from '../house/get-house';
import { unknownCodes } from '../house/rules';
import { translator } from '../i18n/translate';
import type { ModelDocument } from './documents';
import { publicationGaps } from './rules';

type Coded = Pick<ModelDocument, 'category' | 'garment' | 'fabrics' | 'colours'>;

/**
 * Every code must be in the house's vocabulary: one filters by them.
 * @throws AppError unknown_code with the paths that carry another one.
 */
export async function checkCodes(db: Database, model: Partial<Coded>, locale: Locale): Promise<void> {
  const { vocabulary } = await getHouse(db);
  const t = translator(locale, 'errors');
  const paths: string[] = [];
  if (model.category && unknownCodes(vocabulary, 'categories', [model.category]).length) paths.push('category');
  if (model.garment && unknownCodes(vocabulary, 'garments', [model.garment]).length) paths.push('garment');
  for (const kind of ['fabrics', 'colours'] as const)
    model[kind]?.forEach(({ code }, index) => {
      if (unknownCodes(vocabulary, kind, [code]).length) paths.push(`${kind}.${index}.code`);
    });
  if (paths.length === 0) return;
  const errors = paths.map((path): FieldError => ({ path, code: 'unknown_code', message: t('codes.unknown_code') }));
  throw new AppError('unknown_code', { errors });
}

/**
 * What visitors see must be whole, in both languages.
 * @throws AppError image_required where only pictures lack, else validation_failed; both name the fields.
 */
export function checkPublishable(model: Parameters<typeof publicationGaps>[0], locale: Locale): void {
  const gaps = publicationGaps(model);
  if (gaps.length === 0) return;
  const t = translator(locale, 'errors');
  const errors = gaps.map((path): FieldError => {
    const field = path === 'images' ? 'image' : path.endsWith('.alt') ? 'alt' : 'publication';
    return { path, code: 'required', message: t(`fields.${field}`) };
  });
  throw new AppError(gaps.includes('images') ? 'image_required' : 'validation_failed', { errors });
}
