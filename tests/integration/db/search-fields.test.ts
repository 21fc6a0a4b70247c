import { describe, expect, it } from 'vitest';
import { searchFields } from '@/lib/db/migrations/0004-search-fields';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();

describe('a database from before the search by pieces', () => {
  const OLD: [collection: string, document: Record<string, unknown>, piece: string, words: string][] = [
    [
      'clients',
      { name: 'Łukasz Ndiaye', phone: '06 12 34 56 78', sortName: 'łukasz ndiaye', searchText: 'łukasz ndiaye' },
      'luk',
      ' 33612345678 ',
    ],
    ['orders', { number: 'FF-2026-0001', title: 'Robe d’été', garment: 'dress', searchText: '' }, 'ete', ' ete '],
    ['tasks', { title: 'Préparer l’épaule' }, 'epa', ' epaule '],
    [
      'models',
      {
        title: { fr: 'Robe', en: 'Dress' },
        name: 'Cœur',
        fabrics: [{ label: { fr: 'Soie', en: 'Silk' } }],
        colours: [],
        tags: { fr: ['été'], en: [] },
        search: 'robe\ncoeur',
      },
      'coe',
      ' silk ',
    ],
    [
      'messages',
      { content: 'Demain', attachments: [{ name: 'toile.pdf' }], searchText: 'tomorrow' },
      'toi',
      ' tomorrow ',
    ],
  ];

  it.each(OLD)('%s', async (name, document, piece, words) => {
    const collection = db().db.collection(name);
    const { insertedId } = await collection.insertOne({ ...document });
    // Twice, as after a stop just before it was written down.
    await searchFields.up(db());
    await searchFields.up(db());
    const after = await collection.findOne({ _id: insertedId });
    expect(after?.['search']).toContain(piece);
    expect(after?.['searchText']).toContain(words);
    if (name === 'clients') expect(after?.['sortName']).toBe('lukasz ndiaye');
  });
});
