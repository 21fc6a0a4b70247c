import type { ChangeStream, ChangeStreamDocument } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { client, db } = setUpMongo();
let streams: ChangeStream[] = [];
let counter = 0;
const fresh = async () => {
  const collection = db().collection<{ _id: number; n?: number; list?: number[] }>(`watched${counter++}`);
  await collection.insertOne({ _id: 0 });
  return collection;
};

/** Opens a stream and waits until the server has it, so that the next write is seen. */
const watch = async (stream: ChangeStream): Promise<ChangeStream> => {
  streams.push(stream);
  await stream.tryNext();
  return stream;
};

/** A stream that begins in the past needs no waiting. */
const resume = (stream: ChangeStream): ChangeStream => {
  streams.push(stream);
  return stream;
};

const next = (stream: ChangeStream): Promise<ChangeStreamDocument & Record<string, unknown>> => stream.next() as never;

afterEach(async () => {
  await Promise.all(streams.map((stream) => stream.close()));
  streams = [];
});

describe('a change stream', () => {
  it('tells of inserts, updates, replacements and deletes in order', async () => {
    const collection = await fresh();
    const stream = await watch(collection.watch());
    await collection.insertOne({ _id: 1, n: 1, list: [1, 2, 3] });
    await collection.updateOne({ _id: 1 }, { $set: { n: 2 }, $unset: { list: '' } });
    await collection.replaceOne({ _id: 1 }, { n: 3 });
    await collection.deleteOne({ _id: 1 });
    const key = { documentKey: { _id: 1 }, ns: { db: db().databaseName, coll: collection.collectionName } };
    expect(await next(stream)).toMatchObject({ operationType: 'insert', fullDocument: { _id: 1, n: 1 }, ...key });
    const update = { updatedFields: { n: 2 }, removedFields: ['list'], truncatedArrays: [] };
    expect(await next(stream)).toMatchObject({ operationType: 'update', updateDescription: update, ...key });
    expect(await next(stream)).toMatchObject({ operationType: 'replace', fullDocument: { _id: 1, n: 3 }, ...key });
    expect(await next(stream)).toMatchObject({ operationType: 'delete', ...key });
  });

  it('looks up the document of an update', async () => {
    const collection = await fresh();
    const stream = await watch(collection.watch([], { fullDocument: 'updateLookup' }));
    await collection.updateOne({ _id: 0 }, { $set: { n: 5 } });
    expect(await next(stream)).toMatchObject({ operationType: 'update', fullDocument: { _id: 0, n: 5 } });
  });

  it('resumes after an event', async () => {
    const collection = await fresh();
    const stream = await watch(collection.watch());
    await collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
    const first = await next(stream);
    await stream.close();
    const resumed = resume(collection.watch([], { resumeAfter: first._id }));
    expect(await next(resumed)).toMatchObject({ documentKey: { _id: 2 } });
    expect(await next(resumed)).toMatchObject({ documentKey: { _id: 3 } });
  });

  it('starts at an operation time', async () => {
    const collection = await fresh();
    const { operationTime } = await db().command({ ping: 1 });
    await collection.insertOne({ _id: 7 });
    const pipeline = [{ $match: { 'documentKey._id': 7 } }];
    const stream = resume(collection.watch(pipeline, { startAtOperationTime: operationTime }));
    expect(await next(stream)).toMatchObject({ documentKey: { _id: 7 } });
  });

  it('filters with a pipeline', async () => {
    const collection = await fresh();
    const stream = await watch(
      collection.watch([{ $match: { 'fullDocument.n': { $gt: 5 } } }, { $project: { fullDocument: 1 } }]),
    );
    await collection.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 9 },
    ]);
    expect(await next(stream)).toMatchObject({ fullDocument: { _id: 2, n: 9 } });
  });

  it('watches a whole database and the whole server', async () => {
    const collection = await fresh();
    const ofDatabase = await watch(db().watch());
    const ofServer = await watch(client().watch([{ $match: { 'ns.db': db().databaseName } }]));
    await collection.insertOne({ _id: 1 });
    expect(await next(ofDatabase)).toMatchObject({ operationType: 'insert', documentKey: { _id: 1 } });
    expect(await next(ofServer)).toMatchObject({ operationType: 'insert', documentKey: { _id: 1 } });
  });

  it('ends when its collection is dropped', async () => {
    const collection = await fresh();
    const stream = await watch(collection.watch());
    await collection.drop();
    expect(await next(stream)).toMatchObject({ operationType: 'drop' });
    expect(await next(stream)).toMatchObject({ operationType: 'invalidate' });
  });

  it('tells of a transaction only when it is committed, and which one it was', async () => {
    const collection = await fresh();
    const stream = await watch(collection.watch());
    await client().withSession((session) =>
      session.withTransaction(async () => {
        await collection.insertOne({ _id: 1 }, { session });
        await collection.insertOne({ _id: 2 }, { session });
      }),
    );
    const [first, second] = [await next(stream), await next(stream)];
    expect([first.documentKey, second.documentKey]).toEqual([{ _id: 1 }, { _id: 2 }]);
    expect(first.txnNumber).toEqual(second.txnNumber);
    expect(first.clusterTime).toEqual(second.clusterTime);
  });

  it('refuses a token that is none', async () => {
    const collection = await fresh();
    const stream = collection.watch([], { resumeAfter: { _data: 'zz' } });
    streams.push(stream);
    await expect(stream.tryNext()).rejects.toMatchObject({ code: expect.any(Number) as number });
  });
});
