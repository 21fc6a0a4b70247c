import type { CouturierDto } from '../auth/schemas';
import type { Database } from '../db/client';
import { models } from './documents';
import { toModel } from './dto';
import type { ModelDto } from './schemas';

/** The drawings that stand for couturiers without a photograph, by couturier id; published ones only, since all see them. */
export async function findPortraits(db: Database, couturiers: readonly CouturierDto[]): Promise<Map<string, ModelDto>> {
  const slugs = couturiers.flatMap(({ avatar }) => (avatar?.portraitSlug ? [avatar.portraitSlug] : []));
  if (slugs.length === 0) return new Map();
  const found = await models(db)
    .find({ slug: { $in: slugs }, status: 'published' })
    .toArray();
  const bySlug = new Map(found.map((model) => [model.slug, toModel(model)]));
  return new Map(
    couturiers.flatMap(({ id, avatar }) => {
      const model = bySlug.get(avatar?.portraitSlug ?? '');
      return model ? [[id, model] as const] : [];
    }),
  );
}
