import { describe, expect, it } from 'vitest';
import { type Block, ThreadBuilder } from '@/components/chat/build-thread';
import type { MessageDto } from '@/lib/chat/schemas';

const message = (seq: number): MessageDto => ({
  id: `m${seq}`,
  conversationId: 'c',
  seq,
  senderId: seq % 3 ? 'awa' : 'claire',
  recipientId: null,
  clientMessageId: `k${seq}`,
  type: 'text',
  intent: 'message',
  content: `${seq}`,
  attachments: [],
  createdAt: new Date(Date.UTC(2026, 0, 1) + seq * 60_000).toISOString(),
});
const long = Array.from({ length: 50_000 }, (_, index) => message(index + 1));
const isOwn = ({ senderId }: MessageDto): boolean => senderId === 'awa';
const context = { isOwn, theirs: { read: 49_990, delivered: 49_995 } };
const seqs = (blocks: readonly Block[]): number[] =>
  blocks.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === 'message' && entry.message.seq !== undefined ? [entry.message.seq] : [],
    ),
  );

describe('a thread of fifty thousand messages', () => {
  const builder = new ThreadBuilder();
  const blocks = builder.build(long, [], context);

  it('shows every message once, in its order', () => {
    expect(seqs(blocks)).toEqual(long.map(({ seq }) => seq));
  });

  it('builds one block anew for one more word, and says of the last what it is', () => {
    const next = builder.build([...long, message(50_001)], [], context);
    const fresh = next.filter((block) => !blocks.includes(block));
    expect(fresh.length).toBeLessThanOrEqual(2);
    expect(seqs(next).at(-1)).toBe(50_001);
  });

  it('builds only the blocks between an old mark and a new one when the other person reads', () => {
    const before = builder.build(long, [], context);
    const after = builder.build(long, [], { isOwn, theirs: { read: 50_000, delivered: 50_000 } });
    expect(after.filter((block) => !before.includes(block)).length).toBeLessThanOrEqual(2);
  });

  it('is the same whether it came at once or page by page', () => {
    const piecewise = new ThreadBuilder();
    for (let from = 49_900; from >= 49_000; from -= 60) piecewise.build(long.slice(from), [], context);
    expect(piecewise.build(long.slice(48_000), [], context)).toEqual(
      new ThreadBuilder().build(long.slice(48_000), [], context),
    );
  });
});
