import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket } from 'mongodb';
import { expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { db } = setUpMongo();

it('keeps files through GridFS: upload, read in part, rename, delete', async () => {
  const bucket = new GridFSBucket(db(), { chunkSizeBytes: 64 * 1024 });
  const content = randomBytes(300_000);
  const upload = bucket.openUploadStream('croquis.png', { metadata: { kind: 'drawing' } });
  await pipeline(Readable.from([content]), upload);
  expect((await buffer(bucket.openDownloadStream(upload.id))).equals(content)).toBe(true);
  const part = await buffer(bucket.openDownloadStream(upload.id, { start: 70_000, end: 140_000 }));
  expect(part.equals(content.subarray(70_000, 140_000))).toBe(true);
  await bucket.rename(upload.id, 'plate.png');
  expect(await bucket.find({ filename: 'plate.png' }).toArray()).toMatchObject([
    { length: 300_000, metadata: { kind: 'drawing' } },
  ]);
  await bucket.delete(upload.id);
  expect(await db().collection('fs.chunks').countDocuments()).toBe(0);
});
