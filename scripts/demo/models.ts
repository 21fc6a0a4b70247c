import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StaffActor } from '../../lib/actor';
import { keepFile } from '../../lib/files/store-file';
import { createModel } from '../../lib/models/create-model';
import { models } from '../../lib/models/documents';
import { createModelInput } from '../../lib/models/schemas';
import { toId } from '../../lib/db/ids';
import { eachLanguage } from '../../lib/i18n/bilingual-schemas';
import type { DemoContext } from './context';
import { CARE, MODEL_NOTES, type ModelNote, POINTS } from './model-notes';
import { CROQUIS, renderCroquis } from './render-croquis';

const entry = createModelInput
  .pick({
    title: true,
    description: true,
    category: true,
    garment: true,
    fabrics: true,
    colours: true,
    priceFrom: true,
    leadTimeDays: true,
    tags: true,
  })
  .extend({
    slug: z.string(),
    images: z.array(z.strictObject({ file: z.string(), alt: eachLanguage(z.string()) })),
  });
type Entry = z.output<typeof entry>;

const makingOf = (note: ModelNote, garment: string) => ({
  clothLength: note.cloth[0],
  clothWidth: note.cloth[1],
  hours: note.hours[0],
  handHours: note.hours[1],
  fittings: note.fittings,
  toile: note.toile,
  points: [...(POINTS[garment] ?? [])],
  care: CARE[note.care],
});

/** Publishes one model through the use case of the house, then sets the day it was published. */
async function publish(
  ctx: DemoContext,
  { images, ...words }: Entry,
  note: ModelNote,
  place: number,
  fileIds: Map<string, string>,
): Promise<void> {
  const author: Pick<StaffActor, 'id' | 'role'> = { id: ctx.accounts[note.author], role: 'couturier' };
  const pictures = images.map(({ file, alt }) => {
    const id = fileIds.get(file);
    if (!id) throw new Error(`${file} was not rendered`);
    return { id, alt };
  });
  const making = makingOf(note, words.garment);
  const model = await createModel(
    ctx.db,
    author,
    { ...words, name: note.name, making, images: pictures, status: 'published' },
    'fr',
  );
  const publishedAt = ctx.day(-6 - place * 5, 10, 30);
  const when = { publishedAt, createdAt: ctx.day(-9 - place * 5, 15), updatedAt: publishedAt };
  await models(ctx.db).updateOne({ _id: toId(model.id) }, { $set: when });
  ctx.models[model.slug] = toId(model.id);
}

/** The house's 24 models, drawn, described and published. */
export async function loadModels(ctx: DemoContext): Promise<void> {
  const entries = z.array(entry).parse(JSON.parse(await readFile(join(CROQUIS, 'models.json'), 'utf8')));
  const notes = new Map(MODEL_NOTES.map((note, place) => [note.slug, { note, place }]));
  const authorOf = new Map(
    entries.flatMap(({ slug, images }) => images.map(({ file }) => [file, notes.get(slug)?.note.author ?? 'ines'])),
  );
  const fileIds = new Map<string, string>();
  await renderCroquis(
    [...authorOf.keys()],
    async (name, image) => {
      const owner = ctx.accounts[authorOf.get(name) ?? 'ines'];
      const file = await keepFile(ctx.db, owner, { name, purpose: 'model', ...image });
      fileIds.set(name, file._id.toHexString());
    },
    (done, all) => ctx.report(`drawings ${done} / ${all}`),
  );
  for (const one of entries) {
    const known = notes.get(one.slug);
    if (!known) throw new Error(`no note about ${one.slug}`);
    await publish(ctx, one, known.note, known.place, fileIds);
  }
}
