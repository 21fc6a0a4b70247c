import { describe, expect, it } from 'vitest';
import { judge } from '../../faults/support/judge';
import { type LineEvent, RunRecord, type Seen } from '../../faults/support/record';

const seen = (seq: number, content = `word ${seq}`): Seen => ({ seq, id: `id of ${content}`, content });
const upTo = (count: number): Seen[] => Array.from({ length: count }, (_, n) => seen(n + 1));
const said = (...messages: Seen[]): LineEvent[] => messages.map((message) => ({ t: 'message', message }));

/** A run with nothing wrong: five words, all acknowledged, heard by two readers of whom one came back in between. */
function good(): RunRecord {
  const record = new RunRecord();
  const all = upTo(5);
  record.acknowledged.push(...all.map((one, n) => ({ ...one, conversationId: 'c', stream: 'Awa', n })));
  record.line('Awa', 'c').events.push({ t: 'ready', head: 0 }, { t: 'resume', after: 0 }, ...said(...all));
  record.line('Claire', 'c').events.push({ t: 'ready', head: 0 }, { t: 'resume', after: 0 }, ...said(...upTo(2)));
  const again = record.line('Claire', 'c');
  again.events.push({ t: 'ready', head: 4 }, { t: 'resume', after: 2 }, ...said(...all.slice(2)));
  record.remains.push({
    conversationId: 'c',
    stored: all,
    upwards: [...all],
    downwards: [...all].reverse(),
    lastSeq: 5,
    bells: { Claire: 1, Awa: 0 },
  });
  return record;
}
const kinds = (change: (record: RunRecord) => void): string[] => {
  const record = good();
  change(record);
  return [...new Set(judge(record).map((one) => one.kind))];
};
const remains = (record: RunRecord) => record.remains[0]!;

describe('the checker of the fault tests', () => {
  it('finds nothing wrong with a run in which nothing is', () => {
    expect(judge(good())).toEqual([]);
  });

  it.each<[string, string, (record: RunRecord) => void]>([
    ['an acknowledged word the store has not', 'lost', (run) => remains(run).stored.pop()],
    ['an acknowledged word the route does not give', 'lost', (run) => remains(run).upwards.pop()],
    ['one number missing in the store', 'hole', (run) => remains(run).stored.splice(2, 1)],
    ['one number missing in a page', 'hole', (run) => remains(run).downwards.splice(2, 1)],
    ['a word nobody acknowledged that one reader never heard', 'hole', (run) => remains(run).stored.push(seen(6))],
    ['a word that is there twice', 'doubled', (run) => remains(run).stored.push(seen(6, 'word 5'))],
    ['two lines in the bell', 'doubled', (run) => (remains(run).bells.Claire = 2)],
    ['pages in the wrong order', 'order', (run) => remains(run).upwards.reverse()],
    ['a head that stayed behind', 'behind', (run) => (remains(run).lastSeq = 4)],
    [
      'a line that goes back without having been asked',
      'order',
      (run) => run.lines[0]!.events.push(...said(seen(4), seen(5))),
    ],
    ['a line that leaps', 'order', (run) => run.lines[1]!.events.push(...said(seen(5)))],
    [
      'a number that was another word first',
      'changed',
      (run) => run.lines[0]!.events.splice(2, 1, ...said(seen(1, 'x'))),
    ],
    [
      'words of one hand in another order',
      'order',
      (run) => {
        [run.acknowledged[1]!.n, run.acknowledged[2]!.n] = [2, 1];
      },
    ],
    ['a refusal that nothing explains', 'complaint', (run) => run.complaints.push('refused')],
  ])('finds %s', (_, kind, change) => {
    expect(kinds(change)).toContain(kind);
  });
});
