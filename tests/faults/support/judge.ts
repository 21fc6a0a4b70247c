import type { Acknowledged, LineRecord, Remains, RunRecord, Seen } from './record';

export type Kind = 'lost' | 'doubled' | 'hole' | 'order' | 'changed' | 'behind' | 'complaint';
export interface Finding {
  kind: Kind;
  words: string;
}

/**
 * What is wrong with a run: acknowledged words that are gone, words that are there twice, holes, disorder (on the wire, in
 * what the route gives, in what one hand wrote), numbers that changed their message, and what should follow and did not.
 */
export function judge(record: RunRecord): Finding[] {
  return [
    ...record.complaints.map((words): Finding => ({ kind: 'complaint', words })),
    ...record.lines.flatMap(lineFindings),
    ...record.remains.flatMap((one) => [
      ...listFindings('in the database', one.stored, 1),
      ...listFindings('upwards by the route', one.upwards, 1),
      ...listFindings('downwards by the route', one.downwards, -1),
      ...lossFindings(record, one),
      ...readerFindings(record, one),
      ...followFindings(one),
    ]),
    ...handFindings(record),
  ];
}

/** On one line each message is the next one; only `resume` goes back, to where it said, and `reset` starts anew. */
function lineFindings({ reader, conversationId, events }: LineRecord): Finding[] {
  const findings: Finding[] = [];
  let at: number | undefined;
  let resumed: number | undefined;
  for (const event of events) {
    if (event.t === 'ready') at = event.head;
    else if (event.t === 'resume') resumed = event.after;
    else if (event.t === 'reset') at = resumed = undefined;
    else {
      const { seq } = event.message;
      const isNext = at === undefined || seq === at + 1;
      const isBack = resumed !== undefined && seq === resumed + 1;
      if (!isNext && !isBack)
        findings.push({ kind: 'order', words: `${reader} heard ${seq} after ${at} on one line of ${conversationId}` });
      if (isBack && !isNext) resumed = undefined;
      at = seq;
    }
  }
  return findings;
}

/** 1, 2, 3… without a hole, each word once. */
function listFindings(where: string, list: readonly Seen[], step: 1 | -1): Finding[] {
  const findings: Finding[] = [];
  const rising = step === 1 ? list : [...list].reverse();
  for (const [index, { seq }] of rising.entries()) {
    const before = rising[index - 1]?.seq ?? 0;
    if (seq > before + 1) findings.push({ kind: 'hole', words: `${where}: ${seq} follows ${before}` });
    if (seq <= before) findings.push({ kind: 'order', words: `${where}: ${seq} follows ${before}` });
  }
  const words = new Map<string, number>();
  for (const { content, seq } of list) {
    const first = words.get(content);
    if (first !== undefined)
      findings.push({ kind: 'doubled', words: `${where}: « ${content} » is ${first} and ${seq}` });
    words.set(content, seq);
  }
  return findings;
}

/** Whatever was acknowledged is there, under the number it was acknowledged with; nothing that was seen was another message. */
function lossFindings(record: RunRecord, { conversationId, stored, upwards, downwards }: Remains): Finding[] {
  const findings: Finding[] = [];
  const own = record.acknowledged.filter((one) => one.conversationId === conversationId);
  for (const [where, list] of [
    ['the database', stored],
    ['the route upwards', upwards],
    ['the route downwards', downwards],
  ] as const) {
    const bySeq = new Map(list.map((one) => [one.seq, one]));
    for (const { seq, id, content } of own)
      if (bySeq.get(seq)?.id !== id)
        findings.push({ kind: 'lost', words: `« ${content} » was acknowledged as ${seq}; ${where} does not have it` });
    for (const one of seenIn(record, conversationId)) {
      const kept = bySeq.get(one.seq);
      if (kept && (kept.id !== one.id || kept.content !== one.content))
        findings.push({
          kind: 'changed',
          words: `${one.seq} was heard as « ${one.content} », ${where} has « ${kept.content} »`,
        });
    }
  }
  return findings;
}

function* seenIn(record: RunRecord, conversationId: string, reader?: string): Iterable<Seen> {
  for (const line of record.lines)
    if (line.conversationId === conversationId && (reader === undefined || line.reader === reader))
      for (const event of line.events) if (event.t === 'message') yield event.message;
  for (const one of record.fetched)
    if (one.conversationId === conversationId && (reader === undefined || one.reader === reader)) yield* one.messages;
}

/** Each reader has heard everything there is. */
function readerFindings(record: RunRecord, { conversationId, stored }: Remains): Finding[] {
  const readers = new Set(record.lines.filter((one) => one.conversationId === conversationId).map((one) => one.reader));
  return [...readers].flatMap((reader) => {
    const heard = new Set([...seenIn(record, conversationId, reader)].map((one) => one.id));
    return stored
      .filter((one) => !heard.has(one.id))
      .map((one): Finding => ({ kind: 'hole', words: `${reader} never heard ${one.seq}, « ${one.content} »` }));
  });
}

/** What follows from the messages has followed, once. */
function followFindings({ conversationId, stored, lastSeq, bells }: Remains): Finding[] {
  const head = stored.at(-1)?.seq ?? 0;
  const findings: Finding[] = [];
  if (lastSeq !== head)
    findings.push({
      kind: 'behind',
      words: `conversation ${conversationId} says ${lastSeq}, its log ends with ${head}`,
    });
  for (const [reader, count] of Object.entries(bells))
    if (count > 1) findings.push({ kind: 'doubled', words: `${reader} has ${count} lines in the bell` });
  return findings;
}

/** What one hand wrote, one after the other, stands in that order. */
function handFindings({ acknowledged }: RunRecord): Finding[] {
  const hands = new Map<string, Acknowledged[]>();
  for (const one of acknowledged) {
    const name = `${one.conversationId}/${one.stream}`;
    const hand = hands.get(name) ?? [];
    hands.set(name, hand);
    hand.push(one);
  }
  return [...hands.values()].flatMap((list) => {
    const written = [...list].sort((a, b) => a.n - b.n);
    return written.flatMap((one, index): Finding[] => {
      const before = written[index - 1];
      return before && before.seq >= one.seq
        ? [
            {
              kind: 'order',
              words: `« ${one.content} » is ${one.seq}, written after « ${before.content} », ${before.seq}`,
            },
          ]
        : [];
    });
  });
}
