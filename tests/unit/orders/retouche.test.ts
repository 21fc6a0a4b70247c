import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { leftOut, nextStage, PATHS, type Stage, STAGES, stageIndex } from '@/lib/house/stages';
import { isSkip, mayAct, moveRefusal, type OrderState, TRANSITIONS } from '@/lib/orders/rules';
import { commitmentsOf } from '@/lib/planner/commitments';
import { usualRetouche } from '@/lib/house/rules';
import { minutesByStage, neededFor, partsOf } from '@/lib/planner/hours-left';
import { planRetouche } from '@/lib/tasks/templates';
import { dayKey } from '@/lib/i18n/format';

const NOW = new Date('2026-11-30T09:00:00Z');
const context = (role: 'client' | 'couturier') => ({
  role,
  lockStage: 'cutting' as const,
  clientHasAccount: true,
  now: NOW,
});
/** A retouche without a price: nothing was quoted, nothing is signed. */
const at = (stage: Stage, extra: Partial<OrderState> = {}): OrderState => ({
  kind: 'retouche',
  stage,
  revision: 1,
  quotes: [],
  payments: [],
  changeRequests: [],
  cuttingApprovals: [],
  ...extra,
});

const STAFF_MOVES: Partial<Record<Stage, string>> = {
  requested: 'declined cancelled',
  quoted: 'declined cancelled',
  confirmed: 'fitting alterations finishing ready delivered cancelled',
  fitting: 'confirmed alterations finishing ready delivered cancelled',
  alterations: 'confirmed fitting finishing ready delivered cancelled',
  finishing: 'confirmed fitting alterations ready delivered cancelled',
  ready: 'confirmed fitting alterations finishing delivered cancelled',
  delivered: 'ready',
};

describe('the short path of a retouche', () => {
  it.each(Object.entries(STAFF_MOVES))('from %s goes to %s', (stage, moves) => {
    expect(TRANSITIONS.retouche[stage as Stage].staff.toSorted()).toEqual(moves.split(' ').toSorted());
  });

  it.each([
    ['confirmed', 'alterations', undefined],
    ['confirmed', 'fitting', undefined],
    ['fitting', 'alterations', undefined],
    ['alterations', 'fitting', undefined],
    // Tried on after it was altered, it is finished, or ready.
    ['fitting', 'finishing', undefined],
    ['fitting', 'ready', undefined],
    ['alterations', 'ready', undefined],
    ['finishing', 'ready', undefined],
    ['ready', 'delivered', undefined],
    ['confirmed', 'ready', 'skip_note_required'],
    ['alterations', 'delivered', 'skip_note_required'],
    ['ready', 'alterations', 'back_note_required'],
    ['confirmed', 'cutting', 'transition_not_allowed'],
    ['confirmed', 'toile', 'transition_not_allowed'],
  ] as const)('%s to %s: %s', (from, to, refusal) => {
    expect(moveRefusal(at(from), to, context('couturier'))).toBe(refusal);
  });

  it('is offered stage by stage to the end, the fitting beside it', () => {
    const way: Stage[] = ['confirmed'];
    for (let next = nextStage('confirmed', 'retouche'); next; next = nextStage(next, 'retouche')) way.push(next);
    expect(way).toEqual(['confirmed', 'alterations', 'finishing', 'ready', 'delivered']);
    expect(nextStage('fitting', 'retouche')).toBe('alterations');
    expect(nextStage('cancelled', 'retouche')).toBeUndefined();
    expect(nextStage('measuring')).toBe('patterning');
  });

  it('never leads where something is measured, drafted or cut, asks for no sheet, and nowhere else differs from a piece’s', () => {
    const stages = fc.constantFrom(...STAGES);
    fc.assert(
      fc.property(stages, stages, (from, to) => {
        const mine = TRANSITIONS.retouche[from].staff;
        expect(mine.every((stage) => TRANSITIONS.piece[from].staff.includes(stage) || from === stage)).toBe(true);
        const onPath = (PATHS.retouche as readonly Stage[]).includes(from);
        if (onPath && mine.includes(to)) expect(moveRefusal(at(from), to, context('couturier'), 'why')).toBeUndefined();
        expect(mayAct(at(from), 'createApproval', context('couturier'))).toBe(false);
        // Leaving out less is never a greater skip.
        if (isSkip(from, to, 'retouche')) expect(leftOut(from, to).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is opened on what was handed over, and answers what was reported of it', () => {
    for (const stage of STAGES) {
      expect([stage, mayAct(at(stage), 'openRetouche', context('couturier'))]).toEqual([stage, stage === 'delivered']);
      expect(mayAct(at(stage), 'openRetouche', context('client'))).toBe(false);
    }
    const reported = at('delivered', { kind: 'piece', defects: [{ answer: { note: 'vu' } }, {}] });
    expect(mayAct(reported, 'answerDefect', context('couturier'))).toBe(true);
    expect(mayAct(reported, 'answerDefect', context('client'))).toBe(false);
    expect(mayAct({ ...reported, defects: [{ answer: {} }] }, 'answerDefect', context('couturier'))).toBe(false);
  });
});

describe('the hours of a retouche', () => {
  const order = (stage: Stage, workMinutes?: number) => ({
    kind: 'retouche' as const,
    garment: 'dress',
    stage,
    workMinutes,
  });

  it('are a fifth of what the house gives to altering and finishing, in quarters of an hour', () => {
    // 5 h and 8 h for a dress, 10 h and 24 h for a wedding dress.
    expect(usualRetouche(DEFAULT_HOUSE, 'dress')).toBe(165);
    expect(usualRetouche(DEFAULT_HOUSE, 'weddingDress')).toBe(420);
    expect(usualRetouche(DEFAULT_HOUSE, '')).toBe(165);
    const none = { ...DEFAULT_HOUSE.stageHours, alterations: 0, finishing: 0 };
    expect(usualRetouche({ stageHours: none, garmentHours: {} }, 'dress')).toBe(30);
  });

  it('are its own and never a whole garment’s', () => {
    expect(neededFor(DEFAULT_HOUSE, order('confirmed', 90), undefined)).toBe(90);
    expect(neededFor(DEFAULT_HOUSE, order('fitting', 90), undefined)).toBe(90);
    expect(neededFor(DEFAULT_HOUSE, order('finishing', 130), undefined)).toBe(80);
    expect(neededFor(DEFAULT_HOUSE, order('ready', 90), undefined)).toBe(0);
    expect(neededFor(DEFAULT_HOUSE, order('confirmed'), undefined)).toBe(165);
    expect(partsOf(DEFAULT_HOUSE, order('confirmed', 90))).toEqual([{ minutes: 90 }]);
    const planned = { ...order('alterations', 90), id: 'a', handsId: 'h', promisedDay: '2026-12-04' };
    expect(commitmentsOf(DEFAULT_HOUSE, [planned], [])).toEqual([
      { id: 'a', handsId: 'h', due: '2026-12-04', parts: [{ minutes: 90 }], noLaterThan: undefined },
    ]);
  });

  it('lose no minute in the parting, and only shrink along the way', () => {
    const hours = fc.double({ min: 0, max: 100, noNaN: true });
    const minutes = fc.integer({ min: 5, max: 6000 });
    fc.assert(
      fc.property(hours, hours, minutes, (alterations, finishing, workMinutes) => {
        const house = { stageHours: { ...DEFAULT_HOUSE.stageHours, alterations, finishing }, garmentHours: {} };
        let before = workMinutes;
        for (const stage of PATHS.retouche) {
          const left = minutesByStage(house, { ...order(stage, workMinutes) });
          const sum = left.reduce((all, one) => all + one.minutes, 0);
          expect(left.every((one) => one.minutes >= 0)).toBe(true);
          if (stageIndex(stage) <= stageIndex('alterations')) expect(sum).toBe(workMinutes);
          expect(sum).toBeLessThanOrEqual(before);
          before = sum;
        }
        expect(before).toBe(0);
      }),
    );
  });
});

describe('the tasks of a retouche', () => {
  const day = (value: string) => new Date(`${value}T00:00:00Z`);

  it('are the lines of what is to be done, due the evening before', () => {
    const jobs = planRetouche('Changer la fermeture\n\n  Reprendre l’ourlet ', 95, NOW, day('2026-12-04'));
    expect(jobs.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Changer la fermeture', 48],
      ['Reprendre l’ourlet', 47],
    ]);
    expect(jobs.map(({ dueDate }) => dueDate && dayKey(dueDate))).toEqual(['2026-12-03', '2026-12-03']);
  });

  it.each([
    ['today, for what is promised today', '2026-11-30', '2026-11-30'],
    ['on the Saturday, for what is promised on a Monday', '2026-12-07', '2026-12-05'],
  ])('are due %s', (_how, promised, due) => {
    const [job] = planRetouche('Ourlet', 30, NOW, day(promised));
    expect(job?.dueDate && dayKey(job.dueDate)).toBe(due);
  });

  it('share out all the minutes, whatever is written, and have no day without a promise', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 2000 }), fc.integer({ min: 12, max: 6000 }), (text, minutes) => {
        const jobs = planRetouche(text, minutes, NOW, undefined);
        expect(jobs.every(({ title, dueDate }) => title.length > 0 && title.length <= 200 && !dueDate)).toBe(true);
        if (text.trim() !== '') expect(jobs.reduce((sum, job) => sum + job.minutes, 0)).toBe(minutes);
      }),
    );
  });
});
