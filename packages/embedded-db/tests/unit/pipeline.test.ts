import { Double, Long } from 'bson';
import { describe, expect, it, test } from 'vitest';
import { runPipeline, validatePipeline } from '../../src/aggregate/pipeline';
import { collect, type PipelineEnvironment } from '../../src/aggregate/stage';
import type { Document } from '../../src/bson/value';
import { compileFilter } from '../../src/query/match';
import { NOW, bson, codeOf, doc } from './bson';

const ORDERS = [
  { _id: 1, client: 'a', total: 10, lines: [{ model: 1 }, { model: 2 }], tags: ['x'] },
  { _id: 2, client: 'b', total: 30, lines: [] },
  { _id: 3, client: 'a', total: 20, model: null },
];
const MODELS = [{ _id: 1, name: 'Iris' }, { _id: 2, name: 'Lys' }, { _id: 3 }];

async function* read(name: string, filter: Document = {}): AsyncGenerator<Document> {
  const matcher = compileFilter(filter);
  const collections: Record<string, Record<string, unknown>[]> = { orders: ORDERS, models: MODELS };
  for (const document of (collections[name] ?? []).map(doc)) if (matcher.matches(document)) yield document;
}

const environment: PipelineEnvironment = { readCollection: read, now: NOW, variables: {}, breathe: () => undefined };

function aggregate(stages: object[]): Promise<Document[]> {
  const pipeline = bson(stages) as Document[];
  validatePipeline(pipeline);
  return collect(runPipeline(read('orders'), pipeline, environment), environment);
}

describe('stages', () => {
  test.each<[object[], object[]]>([
    [
      [{ $match: { total: { $gt: 10 } } }, { $project: { client: 1 } }],
      [
        { _id: 2, client: 'b' },
        { _id: 3, client: 'a' },
      ],
    ],
    [[{ $match: { $expr: { $eq: ['$total', 30] } } }, { $project: { _id: 1 } }], [{ _id: 2 }]],
    [
      [{ $sort: { client: 1, total: -1 } }, { $project: { _id: 1 } }],
      [{ _id: 3 }, { _id: 1 }, { _id: 2 }],
    ],
    [[{ $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
    [
      [
        {
          $group: {
            _id: '$client',
            sum: { $sum: '$total' },
            avg: { $avg: '$total' },
            ids: { $push: '$_id' },
            n: { $count: {} },
            first: { $first: '$_id' },
            max: { $max: '$total' },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'a', sum: 30, avg: new Double(15), ids: [1, 3], n: 2, first: 1, max: 20 },
        { _id: 'b', sum: 30, avg: new Double(30), ids: [2], n: 1, first: 2, max: 30 },
      ],
    ],
    [
      [{ $group: { _id: '$none', any: { $max: '$none' }, set: { $addToSet: '$client' } } }],
      [{ _id: null, any: null, set: ['a', 'b'] }],
    ],
    [
      [{ $unwind: '$lines' }, { $project: { m: '$lines.model' } }],
      [
        { _id: 1, m: 1 },
        { _id: 1, m: 2 },
      ],
    ],
    [
      [
        { $unwind: { path: '$lines', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
        { $project: { lines: 1, at: 1 } },
      ],
      [
        { _id: 1, lines: { model: 1 }, at: Long.ZERO },
        { _id: 1, lines: { model: 2 }, at: Long.ONE },
        { _id: 2, at: null },
        { _id: 3, at: null },
      ],
    ],
    [
      [
        { $lookup: { from: 'models', localField: 'lines.model', foreignField: '_id', as: 'models' } },
        { $project: { models: '$models.name' } },
      ],
      [
        { _id: 1, models: ['Iris', 'Lys'] },
        { _id: 2, models: [] },
        { _id: 3, models: [] },
      ],
    ],
    [
      [
        { $limit: 1 },
        { $lookup: { from: 'models', localField: 'none', foreignField: 'name', as: 'm' } },
        { $project: { m: 1 } },
      ],
      [{ _id: 1, m: [{ _id: 3 }] }],
    ],
    [
      [
        {
          $lookup: {
            from: 'models',
            let: { id: '$_id' },
            pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }, { $project: { name: 1, _id: 0 } }],
            as: 'm',
          },
        },
        { $project: { m: 1 } },
      ],
      [
        { _id: 1, m: [{ name: 'Iris' }] },
        { _id: 2, m: [{ name: 'Lys' }] },
        { _id: 3, m: [{}] },
      ],
    ],
    [
      [
        { $limit: 1 },
        {
          $lookup: {
            from: 'models',
            localField: 'lines.model',
            foreignField: '_id',
            pipeline: [{ $match: { name: 'Lys' } }],
            as: 'm',
          },
        },
        { $project: { m: 1 } },
      ],
      [{ _id: 1, m: [{ _id: 2, name: 'Lys' }] }],
    ],
    [
      [{ $facet: { n: [{ $count: 'n' }], top: [{ $sortByCount: '$client' }, { $limit: 1 }] } }],
      [{ n: [{ n: 3 }], top: [{ _id: 'a', count: 2 }] }],
    ],
    [[{ $match: { _id: 9 } }, { $count: 'n' }], []],
    [
      [{ $limit: 1 }, { $set: { 'lines.q': 1, total: '$$REMOVE', 'tags.t': 2 } }],
      [
        {
          _id: 1,
          client: 'a',
          lines: [
            { model: 1, q: 1 },
            { model: 2, q: 1 },
          ],
          tags: [{ t: 2 }],
        },
      ],
    ],
    [[{ $limit: 1 }, { $unset: ['lines', 'tags'] }], [{ _id: 1, client: 'a', total: 10 }]],
    [[{ $limit: 1 }, { $replaceRoot: { newRoot: { x: '$total' } } }], [{ x: 10 }]],
    [[{ $limit: 1 }, { $replaceWith: { now: '$$NOW' } }], [{ now: NOW }]],
    [
      [{ $limit: 1 }, { $project: { _id: 1 } }, { $unionWith: { coll: 'models', pipeline: [{ $match: { _id: 3 } }] } }],
      [{ _id: 1 }, { _id: 3 }],
    ],
    [[{ $unionWith: 'models' }, { $count: 'n' }], [{ n: 6 }]],
    [[{ $sample: { size: 10 } }, { $count: 'n' }], [{ n: 3 }]],
  ])('%j', async (stages, result) => {
    expect(await aggregate(stages)).toEqual(bson(result));
  });

  it('groups equal keys of different numeric types together', async () => {
    const stages = bson([{ $group: { _id: '$k', n: { $sum: 1 } } }]) as Document[];
    async function* source(): AsyncGenerator<Document> {
      yield* [{ k: 1 }, { k: new Double(1) }, { k: Long.ONE }, {}, { k: null }];
    }
    expect(await collect(runPipeline(source(), stages, environment), environment)).toEqual([
      { _id: 1, n: 3 },
      { _id: null, n: 2 },
    ]);
  });

  test.each<[object[], number]>([
    [[{ $foo: 1 }], 40324],
    [[{ $out: 'x' }], 40324],
    [[{}], 40323],
    [[{ $match: {}, $limit: 1 }], 40323],
    [[{ $match: 1 }], 15959],
    [[{ $match: { a: { $foo: 1 } } }], 2],
    [[{ $project: 1 }], 15969],
    [[{ $project: {} }], 51272],
    [[{ $project: { a: 1, b: 0 } }], 31254],
    [[{ $project: { a: { $foo: 1 } } }], 31325],
    [[{ $addFields: 1 }], 40272],
    [[{ $unset: 1 }], 31002],
    [[{ $unset: [] }], 31119],
    [[{ $sort: 1 }], 15973],
    [[{ $sort: {} }], 15976],
    [[{ $skip: -1 }], 5107200],
    [[{ $limit: 'x' }], 5107201],
    [[{ $limit: 0 }], 15958],
    [[{ $group: 1 }], 15947],
    [[{ $group: {} }], 15955],
    [[{ $group: { _id: 1, a: 1 } }], 40234],
    [[{ $group: { _id: 1, 'a.b': { $sum: 1 } } }], 40235],
    [[{ $group: { _id: 1, a: { $foo: 1 } } }], 15952],
    [[{ $group: { _id: 1, a: { $sum: 1, $avg: 1 } } }], 40238],
    [[{ $group: { _id: 1, a: { $sum: [1, 2] } } }], 40237],
    [[{ $group: { _id: 1, a: { $count: 1 } } }], 9],
    [[{ $unwind: 'a' }], 28818],
    [[{ $unwind: {} }], 28812],
    [[{ $unwind: { path: '$a', foo: 1 } }], 28811],
    [[{ $unwind: 1 }], 15981],
    [[{ $lookup: 1 }], 9],
    [[{ $lookup: { from: 'x', as: 'y' } }], 9],
    [[{ $lookup: { from: 'x', localField: 'a', as: 'y' } }], 9],
    [[{ $lookup: { from: 'x', localField: 'a', foreignField: 'b', as: 'y', foo: 1 } }], 9],
    [[{ $lookup: { from: 'x', localField: 'a', foreignField: 'b', let: {}, as: 'y' } }], 9],
    [[{ $lookup: { from: 'x', pipeline: [{ $merge: 'y' }], as: 'y' } }], 51047],
    [[{ $lookup: { from: 'x', pipeline: [{ $match: { $expr: '$$z' } }], as: 'y' } }], 17276],
    [[{ $facet: {} }], 40169],
    [[{ $facet: { a: 1 } }], 40170],
    [[{ $facet: { a: [{ $facet: {} }] } }], 40600],
    [[{ $count: '' }], 40157],
    [[{ $count: '$a' }], 40158],
    [[{ $sortByCount: 'a' }], 40148],
    [[{ $sortByCount: { a: 1 } }], 40147],
    [[{ $replaceRoot: {} }], 40414],
    [[{ $unionWith: { coll: 1 } }], 9],
    [[{ $sample: { size: -1 } }], 28747],
    [[{ $sample: {} }], 28749],
    [[{ $merge: 'x' }, { $match: {} }], 40601],
    [[{ $match: {} }, { $changeStream: {} }], 40602],
  ])('refuses %j with %i', (stages, code) => {
    expect(codeOf(() => validatePipeline(bson(stages) as Document[]))).toBe(code);
  });

  it('knows the variables of the command', () => {
    const stages = bson([{ $match: { $expr: { $eq: ['$a', '$$x'] } } }]) as Document[];
    expect(codeOf(() => validatePipeline(stages))).toBe(17276);
    expect(codeOf(() => validatePipeline(stages, { x: 1 }))).toBeUndefined();
  });

  it('refuses a new root that is no document', async () => {
    await expect(aggregate([{ $replaceWith: '$total' }])).rejects.toMatchObject({ code: 40228 });
  });
});
