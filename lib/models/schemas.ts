import { z } from 'zod';
import { words } from '../clean-text';
import { bilingual, eachLanguage } from '../i18n/bilingual-schemas';
import { price } from '../money-schemas';
import { pageQuery } from '../pagination';
import { givenId as id, sentMoment } from '../wire';

export const MODEL_STATUSES = ['draft', 'published', 'archived'] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

export const MODEL_SORTS = ['newest', 'priceAsc', 'priceDesc', 'name'] as const;
export type ModelSort = (typeof MODEL_SORTS)[number];

const text = (max: number) => words().max(max);

const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'fields.slug')
  .max(80);

const fabricOption = z.strictObject({ code, label: bilingual(80) });
export type FabricOption = z.infer<typeof fabricOption>;
const colourOption = fabricOption.extend({ hex: z.string().regex(/^#[0-9a-fA-F]{6}$/) });
export type ColourOption = z.infer<typeof colourOption>;

/** What the cut asks for, as the atelier knows it. */
export const making = z.strictObject({
  /** Length of cloth, cm, and its width, cm. */
  clothLength: z.number().int().min(10).max(5000),
  clothWidth: z.number().int().min(50).max(400),
  /** Hours at the atelier, and how many of them by hand. */
  hours: z.number().min(0).max(2000),
  handHours: z.number().min(0).max(2000),
  fittings: z.number().int().min(0).max(12),
  /** Whether a toile is fitted before the cloth is cut. */
  toile: z.boolean(),
  /** Measurement codes (product vocabulary) that are taken. */
  points: z.array(code).max(40),
  care: bilingual(200),
});
export type Making = z.infer<typeof making>;

const imageInput = z.strictObject({ id, alt: bilingual(200) });
const tagList = z.array(words().min(1).max(40)).max(20);

const content = {
  title: bilingual(120).extend({ fr: text(120).min(1) }),
  name: text(60).nullable(),
  description: bilingual(2000),
  category: code,
  garment: code,
  fabrics: z.array(fabricOption).max(12),
  colours: z.array(colourOption).max(12),
  priceFrom: price,
  leadTimeDays: z.number().int().min(1).max(730),
  images: z.array(imageInput).max(12),
  tags: eachLanguage(tagList),
  making: making.nullable(),
  /** Another couturier of the house may be named; the caller by default. */
  couturierId: id,
};

/** POST /api/models. Only what a draft cannot do without is required. */
export const createModelInput = z.strictObject({
  ...content,
  name: content.name.optional(),
  description: content.description.default({ fr: '', en: '' }),
  fabrics: content.fabrics.default([]),
  colours: content.colours.default([]),
  images: content.images.default([]),
  tags: content.tags.default({ fr: [], en: [] }),
  making: content.making.optional(),
  couturierId: content.couturierId.optional(),
  slug: slug.optional(),
  status: z.enum(['draft', 'published']).default('draft'),
});
export type CreateModelInput = z.output<typeof createModelInput>;

/** PATCH /api/models/:id. `null` takes an optional field away. */
export const editModelInput = z
  .strictObject({ ...content, status: z.enum(MODEL_STATUSES) })
  .partial()
  .extend({ version: z.number().int().min(1) });
export type EditModelInput = z.infer<typeof editModelInput>;

/** Several codes of one facet, separated by commas: any of them. */
const codes = z
  .string()
  .max(400)
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(z.array(code).max(40));

/** The filters of the catalogue; prices in minor units, as everywhere. */
export const modelFilters = z.strictObject({
  q: words().max(100).optional(),
  category: codes.optional(),
  fabric: codes.optional(),
  colour: codes.optional(),
  maxPrice: z.coerce.number().int().min(0).max(100_000_000_00).optional(),
  sort: z.enum(MODEL_SORTS).default('newest'),
  couturierId: z
    .string()
    .max(1000)
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(id).max(40))
    .optional(),
  status: z.enum(MODEL_STATUSES).optional(),
});
export type ModelFilters = z.output<typeof modelFilters>;

export const listModelsQuery = modelFilters.extend(pageQuery.shape);
export type ListModelsQuery = z.output<typeof listModelsQuery>;

/** A model as it leaves the house. */
export const modelDto = z.strictObject({
  id: z.string(),
  slug: z.string(),
  title: bilingual(120),
  name: z.string().optional(),
  description: bilingual(2000),
  category: z.string(),
  garment: z.string(),
  fabrics: z.array(fabricOption),
  colours: z.array(colourOption),
  priceFrom: price,
  leadTimeDays: z.number().int(),
  images: z.array(
    z.strictObject({
      id: z.string(),
      alt: bilingual(200),
      width: z.number().int(),
      height: z.number().int(),
      placeholder: z.string(),
    }),
  ),
  tags: eachLanguage(z.array(z.string())),
  making: making.optional(),
  status: z.enum(MODEL_STATUSES),
  couturierId: z.string(),
  publishedAt: sentMoment.optional(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  version: z.number().int(),
});
export type ModelDto = z.infer<typeof modelDto>;

export const modelPageDto = z.strictObject({ items: z.array(modelDto), nextCursor: z.string().nullable() });
