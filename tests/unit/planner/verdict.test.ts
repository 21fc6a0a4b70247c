import { describe, expect, it } from 'vitest';
import { remedies } from '@/lib/planner/remedies';
import { earliestDay, earliestHands, verdict } from '@/lib/planner/verdict';
import { hands, hours, later, planOf, TODAY } from './plans';

const boubou = (many: number, more = {}) => ({ id: 'boubou', handsId: 'mathieu', parts: [hours(many)], ...more });
const kinds = ({ reasons }: ReturnType<typeof verdict>) => reasons.map(({ kind }) => kind);

describe('a day that is no day to promise', () => {
  it.each([
    ['past', '2026-11-20', {}, 'past'],
    ['a Sunday', '2027-01-10', {}, 'closed'],
    ['in the house’s own closing', '2026-12-29', {}, 'closed'],
    ['a week after the wedding', '2027-01-30', { eventDay: '2027-01-23' }, 'afterEvent'],
    ['before its cloth is there', '2027-01-12', { parts: [hours(4, '2027-01-12')] }, 'notBefore'],
  ])('is %s', (_which, day, more, kind) => {
    const said = verdict(planOf(), boubou(4, more), day);
    expect(said.degree).toBe('untenable');
    expect(kinds(said)).toContain(kind);
  });

  it('names the closing, so that one can say which', () => {
    expect(verdict(planOf(), boubou(1), '2026-12-29').reasons).toContainEqual(
      expect.objectContaining({ kind: 'closed', closure: expect.objectContaining({ from: '2026-12-24' }) }),
    );
  });

  it('is tight at best in the week of a feast, which it names', () => {
    const said = verdict(planOf(), boubou(1), '2027-03-06');
    expect([said.degree, kinds(said)]).toEqual(['tight', ['feast']]);
    expect(said.reasons).toContainEqual(
      expect.objectContaining({ feast: expect.objectContaining({ feast: 'eidAlFitr', from: '2027-03-03' }) }),
    );
  });
});

it('in the week of a feast is held by who was promised it before', () => {
  const work = [{ id: 'boubou', handsId: 'mathieu', due: '2027-03-06', parts: [hours(1)] }];
  expect(verdict(planOf({ work }), boubou(1), '2027-03-06').degree).toBe('holds');
  expect(verdict(planOf({ work }), boubou(1), '2027-03-05').degree).toBe('tight');
});

describe('the hands', () => {
  it('say how much is missing: 32 h 45 in three days of 7 h', () => {
    const said = verdict(planOf(), boubou(32.75), later(3));
    expect(said.degree).toBe('untenable');
    expect(said.reasons).toContainEqual({
      kind: 'beyondHands',
      week: TODAY,
      needed: 1965,
      free: 21 * 60,
      missing: 1965 - 21 * 60,
    });
  });

  it('count what was promised before, what is booked, and who is away', () => {
    const free = (more: Parameters<typeof planOf>[0]) => verdict(planOf(more), boubou(1), later(14)).free;
    expect(free({})).toBe(70 * 60);
    expect(free({ work: [{ id: 'faubourg', handsId: 'mathieu', due: later(10), parts: [hours(20)] }] })).toBe(50 * 60);
    expect(free({ work: [{ id: 'faubourg', handsId: 'mathieu', due: later(15), parts: [hours(20)] }] })).toBe(70 * 60);
    expect(free({ booked: [{ handsId: 'mathieu', day: later(1), minutes: 90 }] })).toBe(70 * 60 - 90);
    expect(free({ people: [hands('mathieu', { away: [{ from: later(0), to: later(6) }] })] })).toBe(35 * 60);
    // What is late already is worked on first.
    expect(free({ work: [{ id: 'late', handsId: 'mathieu', due: later(-9), parts: [hours(20)] }] })).toBe(50 * 60);
  });

  it('judge an order that is promised already as if it were not', () => {
    const work = [{ id: 'boubou', handsId: 'mathieu', due: later(10), parts: [hours(20)] }];
    expect(verdict(planOf({ work }), boubou(20), later(14)).free).toBe(70 * 60);
  });

  it('say which other promise would fall with it, and until when', () => {
    const work = [{ id: 'faubourg', handsId: 'mathieu', due: later(11), parts: [hours(40)] }];
    const said = verdict(planOf({ work }), boubou(28), later(9));
    expect(said.reasons).toContainEqual({
      kind: 'otherSuffers',
      id: 'faubourg',
      due: later(11),
      missing: 5 * 60,
      already: 0,
      to: later(12),
    });
  });

  it('say how thin the margin is', () => {
    const said = verdict(planOf(), boubou(34), later(7));
    expect(said.degree).toBe('tight');
    expect(said.reasons).toEqual([{ kind: 'littleMargin', week: TODAY, needed: 2040, free: 2100, margin: 60 }]);
  });
});

describe('the honest day', () => {
  it('is after the closing of the house, where the hours before it do not suffice', () => {
    // Twelve working days between now and the feast; the house is closed from 24 December to 2 January.
    const day = earliestDay(planOf(), boubou(60)) ?? '';
    expect(day > '2027-01-02').toBe(true);
    expect(verdict(planOf(), boubou(60), day).degree).toBe('holds');
  });

  it('is none before the event, where there is none', () => {
    expect(earliestDay(planOf(), boubou(36, { eventDay: later(14) }))).toBeUndefined();
  });

  it('is that of who is there first, where anybody may sew it', () => {
    const plan = planOf({ people: [hands('claire', { away: [{ from: TODAY, to: later(30) }] }), hands('mathieu')] });
    expect(earliestHands(plan, { parts: [hours(4)] })?.handsId).toBe('mathieu');
  });

  it('is nobody’s where nobody is there', () => {
    const gone = hands('claire', { presence: { available: false, away: [], workingDays: [1, 2, 3, 4, 5] } });
    expect(earliestHands(planOf({ people: [gone] }), { parts: [hours(4)] })).toBeUndefined();
  });
});

describe('what would make it hold', () => {
  it('is another hand for what is too much, as few as can be', () => {
    const people = [hands('mathieu'), hands('ines', { weeklyHours: 10 }), hands('sofia')];
    const found = remedies(planOf({ people }), boubou(30), later(14));
    expect(found[0]).toEqual({ kind: 'anotherHand', shares: [{ handsId: 'sofia', minutes: expect.any(Number) }] });
  });

  it('is another order that makes room, and has time until its own event', () => {
    const work = (noLaterThan?: string) => [
      { id: 'faubourg', handsId: 'mathieu', due: later(12), parts: [hours(20)], noLaterThan },
    ];
    const move = (event?: string) =>
      remedies(planOf({ work: work(event) }), boubou(28), later(14)).find(({ kind }) => kind === 'anotherOrder');
    expect(move()).toEqual({ kind: 'anotherOrder', id: 'faubourg', due: later(12), to: expect.any(String) });
    expect(move(later(13))).toBeUndefined();
  });

  it('is only another day, where the day itself is none', () => {
    expect(remedies(planOf(), boubou(4), '2027-01-10')).toEqual([{ kind: 'anotherDay', day: '2027-01-11' }]);
    expect(remedies(planOf(), boubou(4), later(15))).toEqual([]);
  });

  it('is the earliest day, where none after the one that is asked for is before the event', () => {
    expect(remedies(planOf(), boubou(4, { eventDay: '2026-12-18' }), '2026-12-30')).toEqual([
      { kind: 'anotherDay', day: later(5) },
    ]);
  });
});
