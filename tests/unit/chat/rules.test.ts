import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerGaps,
  type Cursor,
  INTENTS_OF,
  judgeMessage,
  linesOf,
  moveCursor,
  paceOf,
  typeFor,
} from '@/lib/chat/rules';
import { INTENTS, MAX_REMARK, MAX_REMARKS, MESSAGE_TYPES } from '@/lib/chat/words';
import { MAX_CONTENT } from '@/lib/chat/words';

const image = { mime: 'image/png' };
const paper = { mime: 'application/pdf' };

describe('judging a message', () => {
  it.each(
    (['client', 'couturier'] as const).flatMap((side) =>
      INTENTS.map((intent) => [side, intent, INTENTS_OF[side].includes(intent)] as const),
    ),
  )('%s may mean %s: %s', (side, intent, allowed) => {
    const type = intent === 'sketch' || intent === 'reference' ? 'image' : 'text';
    const verdict = judgeMessage(side, { type, content: 'mots', intent, attachments: type === 'image' ? [image] : [] });
    expect(verdict).toBe(allowed ? null : 'intent_not_allowed');
  });

  it.each([
    ['text', 'mots', [], null],
    ['text', '  \n ', [], 'message_empty'],
    ['text', '\u200b\u2800\u3164', [], 'message_empty'],
    ['text', '\u{1f9f5}\u200d', [], null],
    ['text', '', [], 'message_empty'],
    ['text', 'mots', [image], 'attachment_mismatch'],
    ['image', '', [image], null],
    ['image', 'mots', [image, image], null],
    ['image', 'mots', [], 'attachment_mismatch'],
    ['image', '', [image, paper], 'attachment_mismatch'],
    ['file', '', [paper], null],
    ['file', '', [image, paper], null],
    ['file', 'mots', [], 'attachment_mismatch'],
    ['text', 'x'.repeat(4_000), [], null],
    ['text', 'x'.repeat(4_001), [], 'invalid_request'],
  ] as const)('a %s with %j and %j: %s', (type, content, attachments, verdict) => {
    expect(judgeMessage('client', { type, content, intent: 'message', attachments })).toBe(verdict);
  });

  it('takes a sketch only as an image', () => {
    for (const type of MESSAGE_TYPES)
      expect(judgeMessage('couturier', { type, content: 'mots', intent: 'sketch', attachments: [image] })).toBe(
        type === 'image' ? null : 'attachment_mismatch',
      );
  });

  it.each([
    ['image', [image], [1, 2], null],
    ['image', [image], [1, 1], 'invalid_request'],
    ['image', [image, image], [1], 'attachment_mismatch'],
    ['file', [image], [1], 'attachment_mismatch'],
    ['text', [], [1], 'attachment_mismatch'],
  ] as const)('remarks on a %s with %j under %j: %s', (type, attachments, numbers, verdict) => {
    const remarks = numbers.map((number) => ({ number, words: '' }));
    const draft = { type, content: 'mots', intent: 'message', attachments, remarks } as const;
    expect(judgeMessage('client', draft)).toBe(verdict);
    expect(judgeMessage('couturier', { ...draft, intent: 'message' })).toBe(verdict);
  });

  it('says remarks as lines, in the order of their numbers, without those that say nothing', () => {
    const remarks = [
      { number: 3, words: ' un pli ' },
      { number: 1, words: 'la bretelle' },
      { number: 2, words: ' \u200b' },
    ];
    expect(linesOf(remarks)).toBe('1. la bretelle\n3. un pli');
  });

  it('says as many remarks as there may be within the words of a message', () => {
    const longest = Array.from({ length: MAX_REMARKS }, (_, at) => ({
      number: 99 - at,
      words: 'x'.repeat(MAX_REMARK),
    }));
    expect(linesOf(longest).length).toBeLessThanOrEqual(MAX_CONTENT);
  });

  it('finds the type of what is attached', () => {
    expect([typeFor([]), typeFor([image]), typeFor([image, paper])]).toEqual(['text', 'image', 'file']);
  });
});

describe('cursors', () => {
  const seq = fc.integer({ min: 0, max: 500 });
  const move = fc.record({ read: seq, delivered: seq }, { requiredKeys: [] });

  it('only move forward, never past the head, and what is read was delivered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, seq), { maxLength: 30 }), (moves) => {
        let now: Cursor = { read: 0, delivered: 0 };
        let head = 0;
        for (const [step, grown] of moves) {
          head = Math.max(head, grown);
          const next = moveCursor(now, step, head);
          expect(next.read).toBeGreaterThanOrEqual(now.read);
          expect(next.delivered).toBeGreaterThanOrEqual(now.delivered);
          expect(next.delivered).toBeGreaterThanOrEqual(next.read);
          expect(next.delivered).toBeLessThanOrEqual(head);
          now = next;
        }
      }),
    );
  });

  it('come to the same place in whatever order the moves arrive', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), seq, (moves, head) => {
        const run = (list: typeof moves) =>
          list.reduce<Cursor>((now, step) => moveCursor(now, step, head), { read: 0, delivered: 0 });
        expect(run([...moves].reverse())).toEqual(run(moves));
      }),
    );
  });
});

describe('how soon somebody answers', () => {
  const at = (senderSide: 'client' | 'couturier', minute: number) => ({
    senderSide,
    createdAt: new Date(Date.UTC(2026, 10, 25, 8, minute)),
  });

  it('counts from the first of the client’s words to the next answer, and leaves out who still waits', () => {
    const words = [
      at('couturier', 0),
      at('client', 5),
      at('client', 9),
      at('couturier', 25),
      at('couturier', 26),
      at('client', 30),
    ];
    expect(answerGaps(words)).toEqual([20]);
    expect(answerGaps([])).toEqual([]);
  });

  it.each([
    [[], null],
    [[1, 2], null],
    [[1, 2, 3], 'hour'],
    [[5, 60, 5000], 'hour'],
    [[5, 61, 5000], 'day'],
    [[1440, 1440, 1440], 'day'],
    [[1, 2000, 3000], 'days'],
  ] as const)('answers after %j minutes: %s', (minutes, pace) => expect(paceOf(minutes)).toBe(pace));
});
