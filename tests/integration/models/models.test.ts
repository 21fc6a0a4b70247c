import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as favourite from '@/app/api/models/[id]/favourite/route';
import * as one from '@/app/api/models/[id]/route';
import * as collection from '@/app/api/models/route';
import * as mine from '@/app/api/me/favourites/route';
import { GET as readFile } from '@/app/api/files/[id]/route';
import robots from '@/app/robots';
import sitemap from '@/app/sitemap';
import type { ModelDto } from '@/lib/models/schemas';
import type { Page } from '@/lib/pages';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let other: Person;
let client: Person;
let stranger: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  other = await person(db(), 'owner');
  client = await person(db(), 'client');
  stranger = await person(db(), 'client');
});

type Answer = ModelDto & { code?: string; errors?: { path: string }[]; current?: ModelDto };

const draft = (extra: Record<string, unknown> = {}) => ({
  title: { fr: 'Robe d’essai', en: 'Trial dress' },
  category: 'dress',
  garment: 'dress',
  priceFrom: { amount: 100_000, currency: 'EUR' },
  leadTimeDays: 30,
  ...extra,
});

async function whole(extra: Record<string, unknown> = {}, who = couturier) {
  const { body } = await upload(who, 'model', await picture());
  return draft({
    description: { fr: 'Coupée pour vous.', en: 'Cut for you.' },
    fabrics: [{ code: 'silk', label: { fr: 'Satin de soie', en: 'Silk satin' } }],
    colours: [{ code: 'green', label: { fr: 'Émeraude', en: 'Emerald' }, hex: '#1f7a63' }],
    images: [{ id: body.id, alt: { fr: 'De face', en: 'Front' } }],
    ...extra,
  });
}

const create = (body: Record<string, unknown>, who: Person | undefined = couturier) =>
  call<Answer>(collection.POST, { who, body });
const read = (id: string, who?: Person) => call<Answer>(one.GET, { who, params: { id } });
const patch = (id: string, body: Record<string, unknown>, who: Person | undefined = couturier) =>
  call<Answer>(one.PATCH, { who, method: 'PATCH', params: { id }, body });
const list = (query: Record<string, string> = {}, who?: Person) => call<Page<ModelDto>>(collection.GET, { who, query });
const published = async (extra: Record<string, unknown> = {}) =>
  (await create(await whole({ status: 'published', ...extra }))).body;

describe('a model', () => {
  it('begins as a draft that only the staff see', async () => {
    const { status, body } = await create(draft());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'draft',
      version: 1,
      couturierId: couturier.actor.id.toHexString(),
      images: [],
    });
    for (const who of [undefined, client]) {
      expect((await read(body.slug, who)).status).toBe(404);
      expect((await read(body.id, who)).status).toBe(404);
      expect((await list({ status: 'draft' }, who)).body.items).toEqual([]);
    }
    expect((await read(body.slug, other)).body.id).toBe(body.id);
    expect((await read(body.id, other)).body.id).toBe(body.id);
    expect((await list({ status: 'draft' }, other)).body.items.map(({ id }) => id)).toContain(body.id);
  });

  it('is published with its pictures, seen by visitors, and archived without being erased', async () => {
    const model = await published();
    const image = model.images[0];
    expect(image).toMatchObject({ width: 60, height: 90, alt: { fr: 'De face', en: 'Front' } });
    const bytes = await readFile(new Request(`http://maison.test/api/files/${image?.id}`), {
      params: Promise.resolve({ id: image?.id ?? '' }),
    });
    expect(bytes.status).toBe(200);
    expect((await read(model.slug)).body).toEqual(model);
    const gone = await call<Answer>(one.DELETE, { who: other, method: 'DELETE', params: { id: model.id } });
    expect(gone.body).toMatchObject({ status: 'archived', version: 2 });
    expect((await read(model.slug)).status).toBe(404);
    const back = await patch(model.id, { version: 2, status: 'published' });
    expect(back.body).toMatchObject({ status: 'published', publishedAt: model.publishedAt });
  });

  it('is not published before it is whole; the answer names what lacks', async () => {
    const { body } = await create(draft());
    const refused = await patch(body.id, { version: 1, status: 'published' });
    expect([refused.status, refused.body.code]).toEqual([422, 'image_required']);
    expect(refused.body.errors?.map(({ path }) => path)).toEqual([
      'description.fr',
      'description.en',
      'fabrics',
      'colours',
      'images',
    ]);
    const model = await published();
    const emptied = await patch(model.id, { version: 1, description: { fr: 'Seule', en: '' } });
    expect([emptied.status, emptied.body.code]).toEqual([422, 'validation_failed']);
    expect((await read(model.slug)).body.description.en).toBe('Cut for you.');
  });

  it('refuses codes that the house does not know, and fields nobody knows', async () => {
    const coded = await create(draft({ category: 'toga', fabrics: [{ code: 'nylon', label: { fr: 'a', en: 'b' } }] }));
    expect([coded.status, coded.body.code]).toEqual([422, 'unknown_code']);
    expect(coded.body.errors?.map(({ path }) => path)).toEqual(['category', 'fabrics.0.code']);
    expect((await create(draft({ discount: 5 }))).status).toBe(400);
    expect((await patch(new ObjectId().toHexString(), { version: 1 })).status).toBe(404);
  });

  it('keeps one address each: asked for twice is refused, derived twice gets a number', async () => {
    const [first, second] = [
      await create(draft({ title: { fr: 'Cape d’été', en: '' } })),
      await create(draft({ title: { fr: 'Cape d’été', en: '' } })),
    ];
    expect([first.body.slug, second.body.slug]).toEqual(['cape-d-ete', 'cape-d-ete-2']);
    const taken = await create(draft({ slug: 'cape-d-ete' }));
    expect([taken.status, taken.body.code]).toEqual([409, 'slug_taken']);
  });

  it('edited by two keeps the first and shows it to the second', async () => {
    const { body } = await create(draft({ making: undefined, name: 'Aube' }));
    expect((await patch(body.id, { version: 1, name: null, leadTimeDays: 12 })).body).toMatchObject({
      leadTimeDays: 12,
      version: 2,
    });
    const late = await patch(body.id, { version: 1, leadTimeDays: 40 }, other);
    expect([late.status, late.body.code]).toEqual([409, 'stale_version']);
    expect(late.body.current).toMatchObject({ leadTimeDays: 12, version: 2 });
    expect(late.body.current).not.toHaveProperty('name');
  });

  it('takes only the pictures of who edits it, keeps their order, and frees those that leave', async () => {
    const model = await published();
    const [mineFile, theirs] = [
      await upload(other, 'model', await picture()),
      await upload(couturier, 'model', await picture()),
    ];
    const kept = { id: model.images[0]?.id ?? '', alt: { fr: 'Face', en: 'Front' } };
    const fresh = { id: mineFile.body.id, alt: { fr: 'Dos', en: 'Back' } };
    const stolen = await patch(model.id, { version: 1, images: [kept, { ...fresh, id: theirs.body.id }] }, other);
    expect(stolen.status).toBe(404);
    const edited = await patch(model.id, { version: 1, images: [fresh, kept] }, other);
    expect(edited.body.images.map(({ id }) => id)).toEqual([fresh.id, kept.id]);
    const loud = { ...fresh, id: fresh.id.toUpperCase() };
    const again = await patch(model.id, { version: 2, images: [loud, kept] }, other);
    expect(
      again.body.images.map(({ id }) => id),
      'an id in capitals is the same id',
    ).toEqual([fresh.id, kept.id]);
    await patch(model.id, { version: 3, images: [fresh] });
    const freed = await readFile(new Request(`http://maison.test/api/files/${kept.id}`), {
      params: Promise.resolve({ id: kept.id }),
    });
    expect(freed.status).toBe(404);
  });

  it('is written by the staff alone', async () => {
    const model = await published();
    expect((await call(collection.POST, { body: draft() })).status).toBe(401);
    expect((await create(draft(), client)).status).toBe(403);
    expect((await patch(model.id, { version: 1, leadTimeDays: 1 }, client)).status).toBe(403);
    expect((await call(one.DELETE, { who: client, method: 'DELETE', params: { id: model.id } })).status).toBe(403);
    const closed = await person(db(), 'couturier', 'Closed', { disabled: true });
    expect((await create(draft(), closed)).status).toBe(401);
  });
});

describe('the catalogue', () => {
  const tag = `lot${Date.now()}`;
  const tags = { fr: [tag], en: [tag] };
  let ids: string[] = [];

  beforeAll(async () => {
    const wool = [{ code: 'wool', label: { fr: 'Drap de laine', en: 'Wool cloth' } }];
    ids = [];
    for (const [name, amount, extra] of [
      ['Héloïse', 420_000, { category: 'weddingDress' }],
      ['Cœur', 98_000, { fabrics: wool }],
      ['Antigone', 168_000, {}],
      ['Œillet', 98_000, { fabrics: wool, category: 'coat' }],
    ] as const)
      ids.push((await published({ name, tags, priceFrom: { amount, currency: 'EUR' }, ...extra })).id);
  });

  const names = async (query: Record<string, string>) =>
    (await list({ q: tag, ...query })).body.items.map(({ name }) => name);

  it('is searched without accents, case or ligatures, in both languages, every word', async () => {
    expect(await names({ q: `${tag} HELOISE` })).toEqual(['Héloïse']);
    expect(await names({ q: `oeillet ${tag}` })).toEqual(['Œillet']);
    expect((await names({ q: `${tag} wool` })).sort()).toEqual(['Cœur', 'Œillet']);
    expect(await names({ q: `${tag} .*(` })).toEqual([]);
  });

  it('is filtered and sorted', async () => {
    expect(await names({ fabric: 'wool,velvet', category: 'coat' })).toEqual(['Œillet']);
    expect(await names({ maxPrice: '100000', sort: 'name' })).toEqual(['Cœur', 'Œillet']);
    expect(await names({ sort: 'priceDesc' })).toEqual(['Héloïse', 'Antigone', 'Œillet', 'Cœur']);
    expect(await names({ sort: 'newest' })).toEqual(['Œillet', 'Antigone', 'Cœur', 'Héloïse']);
    expect((await names({ couturierId: couturier.actor.id.toHexString() })).length).toBe(4);
    expect(await names({ couturierId: other.actor.id.toHexString() })).toEqual([]);
  });

  it.each(['newest', 'priceAsc', 'priceDesc', 'name'])('is read page by page by %s, each model once', async (sort) => {
    const all = (await list({ q: tag, sort })).body.items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await list({ q: tag, sort, limit: '1', ...(cursor ? { cursor } : {}) });
      paged.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    expect([...all].sort()).toEqual([...ids].sort());
  });

  it('refuses a cursor that is not ours, a limit out of bounds and a filter it does not know', async () => {
    const wrong: Record<string, string>[] = [
      { cursor: 'x' },
      { limit: '0' },
      { limit: '101' },
      { colour: 'Bleu nuit' },
      { size: '38' },
    ];
    for (const query of wrong) expect((await list(query)).status).toBe(400);
  });
});

describe('favourites', () => {
  const keep = (id: string, who?: Person) => call(favourite.PUT, { who, method: 'PUT', params: { id } });
  const kept = async (who: Person) => (await call<Page<ModelDto>>(mine.GET, { who })).body.items.map(({ id }) => id);

  it('are kept once, seen by their client alone, and let go', async () => {
    const [first, second] = [await published(), await published()];
    for (const id of [first.id, second.id, second.id]) expect((await keep(id, client)).status).toBe(204);
    expect(await kept(client)).toEqual([second.id, first.id]);
    expect(await kept(stranger)).toEqual([]);
    await call(one.DELETE, { who: couturier, method: 'DELETE', params: { id: first.id } });
    expect(await kept(client)).toEqual([second.id]);
    expect((await call(favourite.DELETE, { who: client, method: 'DELETE', params: { id: second.id } })).status).toBe(
      204,
    );
    expect(await kept(client)).toEqual([]);
  });

  it('are for clients, of published models', async () => {
    const { body } = await create(draft());
    expect((await keep(body.id, client)).status).toBe(404);
    expect((await keep(body.id)).status).toBe(401);
    expect((await keep(body.id, couturier)).status).toBe(403);
  });
});

describe('search engines', () => {
  it('are told of every public page in both languages, and of no draft', async () => {
    const shown = await published({ title: { fr: 'Robe Plan du site', en: 'Sitemap dress' } });
    const hidden = (await create(draft({ title: { fr: 'Robe cachée', en: 'Hidden dress' } }))).body;
    const urls = (await sitemap()).map(({ url }) => new URL(url).pathname);
    for (const path of ['', '/models', `/models/${shown.slug}`, '/couturiers', '/house'])
      expect(urls).toEqual(expect.arrayContaining([`/fr${path}`, `/en${path}`]));
    expect(urls).toContain(`/fr/couturiers/${couturier.actor.id.toHexString()}`);
    expect(urls).not.toContain(`/fr/models/${hidden.slug}`);
  });

  it('are kept out of both spaces', () => {
    expect(robots()).toMatchObject({
      sitemap: expect.stringMatching(/\/sitemap\.xml$/) as string,
      rules: { disallow: expect.arrayContaining(['/fr/account', '/en/atelier', '/api/']) as string[] },
    });
  });
});
