import compression from 'compression';
import express from 'express';
import { MongoClient } from 'mongodb';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

/**
 * The usual stack beside which the catalogue is measured: Express, gzip, React on the server, and the same query as the
 * catalogue's first page for each request. Prints the port it listens on.
 */
const [uri = '', name = ''] = process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const models = client.db(name).collection('models');

interface Model {
  slug: string;
  title: { fr: string };
  description: { fr: string };
  images: { fileId: unknown; alt: { fr: string } }[];
  priceFrom: { amount: number; currency: string };
}

const page = (items: Model[]) =>
  h(
    'html',
    { lang: 'fr' },
    h(
      'body',
      null,
      ...items.flatMap((model) =>
        // Each card three times over: about the size of the house's page, which carries its data for the browser too.
        [0, 1, 2].map((copy) =>
          h(
            'article',
            { key: `${model.slug}-${copy}`, className: 'model-card' },
            ...model.images.map((image) =>
              h('img', {
                key: String(image.fileId),
                src: `/api/files/${String(image.fileId)}?w=640`,
                alt: image.alt.fr,
                srcSet: [320, 640, 960, 1280].map((w) => `/api/files/${String(image.fileId)}?w=${w} ${w}w`).join(', '),
              }),
            ),
            h('h2', null, h('a', { href: `/fr/models/${model.slug}` }, model.title.fr)),
            h('p', null, model.description.fr),
            h('p', null, `Dès ${(model.priceFrom.amount / 100).toFixed(2)} ${model.priceFrom.currency}`),
          ),
        ),
      ),
    ),
  );

const app = express();
app.use(compression());
app.get('/', async (_request, response) => {
  const items = await models
    .find<Model>({ status: 'published' })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(24)
    .toArray();
  response.type('html').send(`<!doctype html>${renderToString(page(items))}`);
});
/** The bare query of the filtered search, without a page. */
app.get('/query', async (request, response) => {
  const q = String(request.query['q'] ?? '');
  const items = await models
    .find({ status: 'published', ...(q ? { category: q } : {}) })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(24)
    .toArray();
  response.json({ items });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => server.close(() => void client.close().then(() => process.exit(0))));
