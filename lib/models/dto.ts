import type { ModelDocument } from './documents';
import type { ModelDto } from './schemas';

/** A model as it leaves the house. */
export const toModel = (model: ModelDocument): ModelDto => ({
  id: model._id.toHexString(),
  slug: model.slug,
  title: model.title,
  name: model.name,
  description: model.description,
  category: model.category,
  garment: model.garment,
  fabrics: model.fabrics,
  colours: model.colours,
  priceFrom: model.priceFrom,
  leadTimeDays: model.leadTimeDays,
  images: model.images.map(({ fileId, alt, width, height, placeholder }) => ({
    id: fileId.toHexString(),
    alt,
    width,
    height,
    placeholder,
  })),
  tags: model.tags,
  making: model.making,
  status: model.status,
  couturierId: model.couturierId.toHexString(),
  publishedAt: model.publishedAt?.toISOString(),
  createdAt: model.createdAt.toISOString(),
  updatedAt: model.updatedAt.toISOString(),
  version: model.version,
});
