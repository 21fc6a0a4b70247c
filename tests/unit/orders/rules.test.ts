import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedFor,
  editRefusal,
  isBack,
  isSkip,
  mayAct,
  moveRefusal,
  type OrderState,
  TRANSITIONS,
} from '@/lib/orders/rules';
import { isLocked, type LockStage, PATH, PHASES, STAGES, type Stage } from '@/lib/house/stages';
import { ORDER_ACTIONS, type OrderAction } from '@/lib/orders/words';

const NOW = new Date('2026-11-23T10:00:00Z');
const TOMORROW = new Date('2026-11-24T00:00:00Z');

type Role = 'client' | 'couturier' | 'owner';
const context = (role: Role, extra: { lockStage?: LockStage; clientHasAccount?: boolean } = {}) => ({
  role,
  lockStage: extra.lockStage ?? ('cutting' as const),
  clientHasAccount: extra.clientHasAccount ?? true,
  now: NOW,
});

const BOTH = [{ side: 'house' as const }, { side: 'client' as const }];

/** An order at a stage, as the house leaves it there: quoted has an open quote, later ones an accepted one. */
function at(stage: Stage, extra: Partial<OrderState> = {}): OrderState {
  const accepted = !['requested', 'quoted', 'declined'].includes(stage);
  const quotes =
    stage === 'requested' ? [] : [{ status: accepted ? 'accepted' : 'open', validUntil: TOMORROW } as const];
  return { stage, revision: 1, quotes, payments: [], changeRequests: [], cuttingApprovals: [], ...extra };
}
const signed = { cuttingApprovals: [{ sheet: { revision: 1 }, signatures: BOTH }] };

/** The stage table of the house, written out by hand: every stage to all others from the acceptance on; backwards with a reason. */
const STAFF_MOVES: Record<Stage, string> = {
  requested: 'declined cancelled',
  quoted: 'declined cancelled',
  confirmed: 'measuring patterning toile cutting assembly fitting alterations finishing ready delivered cancelled',
  measuring: 'confirmed patterning toile cutting assembly fitting alterations finishing ready delivered cancelled',
  patterning: 'confirmed measuring toile cutting assembly fitting alterations finishing ready delivered cancelled',
  toile: 'confirmed measuring patterning cutting assembly fitting alterations finishing ready delivered cancelled',
  cutting: 'confirmed measuring patterning toile assembly fitting alterations finishing ready delivered cancelled',
  assembly: 'confirmed measuring patterning toile cutting fitting alterations finishing ready delivered cancelled',
  fitting: 'confirmed measuring patterning toile cutting assembly alterations finishing ready delivered cancelled',
  alterations: 'confirmed measuring patterning toile cutting assembly fitting finishing ready delivered cancelled',
  finishing: 'confirmed measuring patterning toile cutting assembly fitting alterations ready delivered cancelled',
  ready: 'confirmed measuring patterning toile cutting assembly fitting alterations finishing delivered cancelled',
  delivered: 'ready',
  cancelled: '',
  declined: '',
};
const CLIENT_MOVES: Record<Stage, string> = {
  ...(Object.fromEntries(STAGES.map((stage) => [stage, ''])) as Record<Stage, string>),
  requested: 'cancelled',
  confirmed: 'cancelled',
};
const words = (text: string) => text.split(' ').filter(Boolean);

describe('moves', () => {
  it('groups the thirteen stages in five phases, in order', () => {
    expect(Object.values(PHASES).flat()).toEqual([...PATH]);
  });

  it.each(STAGES)('from %s go where the stage table says, and nowhere else', (stage) => {
    expect(TRANSITIONS.piece[stage].staff.toSorted()).toEqual(words(STAFF_MOVES[stage]).toSorted());
    expect(TRANSITIONS.piece[stage].client.toSorted()).toEqual(words(CLIENT_MOVES[stage]).toSorted());
  });

  it.each(STAGES.flatMap((stage) => (['client', 'couturier', 'owner'] as const).map((role) => [stage, role] as const)))(
    'from %s by a %s: every other target is refused',
    (stage, role) => {
      const moves = words((role === 'client' ? CLIENT_MOVES : STAFF_MOVES)[stage]);
      for (const to of STAGES) {
        const refusal = moveRefusal(at(stage, signed), to, context(role), 'why');
        expect([to, refusal]).toEqual([to, moves.includes(to) ? undefined : 'transition_not_allowed']);
      }
    },
  );

  it('ask why as soon as a stage is left out or taken back, and only then', () => {
    for (const from of PATH)
      for (const to of PATH) {
        if (!TRANSITIONS.piece[from].staff.includes(to)) continue;
        const between = PATH.indexOf(to) - PATH.indexOf(from) - 1;
        expect(isSkip(from, to)).toBe(between > 0);
        const back = between < 0 && !(from === 'alterations' && to === 'fitting');
        expect(isBack(from, to)).toBe(back);
        expect(moveRefusal(at(from, signed), to, context('couturier'))).toBe(
          back ? 'back_note_required' : between > 0 ? 'skip_note_required' : undefined,
        );
      }
  });

  it('never reach or pass the cutting without a sheet signed by both, of the order as it is now', () => {
    const sheets: OrderState['cuttingApprovals'][] = [
      [],
      [{ sheet: { revision: 1 }, signatures: [] }],
      [{ sheet: { revision: 1 }, signatures: [{ side: 'house' }] }],
      [{ sheet: { revision: 1 }, signatures: [{ side: 'client' }] }],
      // The order changed after the signatures.
      [{ sheet: { revision: 0 }, signatures: BOTH }],
      // A newer sheet is on the table.
      [
        { sheet: { revision: 1 }, signatures: BOTH },
        { sheet: { revision: 1 }, signatures: [{ side: 'house' }] },
      ],
    ];
    for (const cuttingApprovals of sheets)
      for (const from of ['confirmed', 'measuring', 'patterning', 'toile'] as const)
        for (const to of PATH.slice(PATH.indexOf('cutting')))
          expect(moveRefusal(at(from, { cuttingApprovals }), to, context('owner'), 'why')).toBe(
            'cutting_approval_required',
          );
    expect(moveRefusal(at('cutting'), 'assembly', context('owner'))).toBeUndefined();
  });

  it('wait while a change request is unanswered, at the lock stage of the house', () => {
    const open = { ...signed, changeRequests: [{ status: 'open' as const }] };
    expect(moveRefusal(at('toile', open), 'cutting', context('couturier'))).toBe('change_request_open');
    expect(moveRefusal(at('patterning', open), 'toile', context('couturier'))).toBeUndefined();
    expect(moveRefusal(at('patterning', open), 'toile', context('couturier', { lockStage: 'toile' }))).toBe(
      'change_request_open',
    );
  });

  it('wait while the order is on hold, except towards its end', () => {
    const held = { ...signed, onHold: { reason: 'étoffe en retard' } };
    expect(moveRefusal(at('toile', held), 'cutting', context('couturier'))).toBe('order_on_hold');
    expect(moveRefusal(at('toile', held), 'cancelled', context('couturier'))).toBeUndefined();
  });
});

/** What each may do at each stage, nothing pending besides what the stage itself brings; written out by hand. */
const STAFF_ALWAYS = 'note remark';
const CLIENT_ACTIONS: Record<Stage, string> = {
  requested: 'edit remark',
  quoted: 'edit acceptQuote declineQuote remark',
  confirmed: 'requestChange remark',
  measuring: 'requestChange remark',
  patterning: 'requestChange remark',
  toile: 'requestChange remark',
  cutting: 'remark',
  assembly: 'remark',
  fitting: 'remark',
  alterations: 'remark',
  finishing: 'remark',
  ready: 'remark bookPickup',
  delivered: 'reportDefect',
  cancelled: '',
  declined: '',
};
const STAFF_ACTIONS: Record<Stage, string> = {
  requested: 'edit schedule sendQuote hold',
  quoted: 'edit schedule sendQuote hold',
  confirmed: 'edit schedule sendQuote recordPayment createApproval hold',
  measuring: 'edit schedule sendQuote recordPayment createApproval hold',
  patterning: 'edit schedule sendQuote recordPayment createApproval hold',
  toile: 'edit schedule sendQuote recordPayment createApproval hold',
  cutting: 'schedule sendQuote recordPayment hold',
  assembly: 'schedule sendQuote recordPayment hold',
  fitting: 'schedule sendQuote recordPayment hold',
  alterations: 'schedule sendQuote recordPayment hold',
  finishing: 'schedule sendQuote recordPayment hold',
  ready: 'schedule recordPayment hold',
  delivered: 'recordPayment openRetouche',
  cancelled: 'recordPayment',
  declined: '',
};

describe('actions', () => {
  const actions = (order: OrderState, role: Role, extra = {}): OrderAction[] =>
    ORDER_ACTIONS.filter((action) => mayAct(order, action, context(role, extra)));

  it.each(STAGES)('at %s are the stage table’s', (stage) => {
    expect(actions(at(stage), 'client').toSorted()).toEqual(words(CLIENT_ACTIONS[stage]).toSorted());
    const staff = [...words(STAFF_ACTIONS[stage]), ...words(STAFF_ALWAYS)];
    expect(actions(at(stage), 'couturier').toSorted()).toEqual(staff.toSorted());
    const over = ['delivered', 'cancelled', 'declined'].includes(stage);
    expect(actions(at(stage), 'owner').toSorted()).toEqual([...staff, ...(over ? [] : ['transfer'])].toSorted());
  });

  it('follow the lock stage of the house', () => {
    for (const lockStage of PATH.slice(3, -1))
      for (const stage of PATH) {
        const locked = PATH.indexOf(stage) >= PATH.indexOf(lockStage);
        expect(isLocked(stage, lockStage)).toBe(locked);
        const asks = mayAct(at(stage), 'requestChange', context('client', { lockStage }));
        expect(asks).toBe(!locked && PATH.indexOf(stage) >= PATH.indexOf('confirmed'));
        if (locked && stage !== 'delivered')
          expect(editRefusal(at(stage), context('couturier', { lockStage }))).toBe('order_locked');
      }
  });

  it('let a quote be accepted on its last day, and not after', () => {
    const until = (validUntil: Date) => at('quoted', { quotes: [{ status: 'open', validUntil }] });
    expect(mayAct(until(new Date('2026-11-23T00:00:00Z')), 'acceptQuote', context('client'))).toBe(true);
    expect(mayAct(until(new Date('2026-11-22T12:00:00Z')), 'acceptQuote', context('client'))).toBe(false);
    expect(mayAct(until(new Date('2026-11-22T12:00:00Z')), 'declineQuote', context('client'))).toBe(true);
  });

  it('let the house speak for a client only where there is no account', () => {
    const quoted = at('quoted');
    expect(mayAct(quoted, 'acceptQuote', context('couturier'))).toBe(false);
    expect(mayAct(quoted, 'acceptQuote', context('couturier', { clientHasAccount: false }))).toBe(true);
    const half = at('toile', { cuttingApprovals: [{ sheet: { revision: 1 }, signatures: [{ side: 'house' }] }] });
    expect(mayAct(half, 'signApproval', context('couturier'))).toBe(false);
    expect(mayAct(half, 'signApproval', context('couturier', { clientHasAccount: false }))).toBe(true);
    expect(mayAct(half, 'signApproval', context('client'))).toBe(true);
  });
});

const anyState = fc.record({
  stage: fc.constantFrom(...STAGES),
  onHold: fc.option(fc.constant({ reason: 'x' }), { nil: undefined }),
  revision: fc.integer({ min: 1, max: 3 }),
  quotes: fc.array(
    fc.record({
      status: fc.constantFrom('open', 'accepted', 'declined', 'superseded' as const),
      validUntil: fc.constantFrom(TOMORROW, new Date('2026-01-01T00:00:00Z')),
    }),
    { maxLength: 3 },
  ),
  payments: fc.array(fc.record({ reversed: fc.option(fc.constant({}), { nil: undefined }) }), { maxLength: 2 }),
  changeRequests: fc.array(
    fc.record({ status: fc.constantFrom('open', 'answered', 'applied', 'refused', 'withdrawn' as const) }),
    { maxLength: 2 },
  ),
  cuttingApprovals: fc.array(
    fc.record({
      sheet: fc.record({ revision: fc.integer({ min: 1, max: 3 }) }),
      signatures: fc.constantFrom([], [{ side: 'house' as const }], BOTH),
    }),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<OrderState>;

describe('whatever the order', () => {
  const anyContext = fc
    .record({
      role: fc.constantFrom<Role>('client', 'couturier', 'owner'),
      lockStage: fc.constantFrom(...PATH.slice(3, -1)),
      clientHasAccount: fc.boolean(),
    })
    .map(({ role, ...extra }) => context(role, extra));

  it('`allowed` lists only moves that are accepted with a note; for an order that is over only that it was not handed over', () => {
    fc.assert(
      fc.property(anyState, anyContext, (order, rules) => {
        const allowed = allowedFor(order, rules);
        for (const to of STAGES) expect(allowed.includes(to)).toBe(moveRefusal(order, to, rules, 'why') === undefined);
        const moves = allowed.filter((one) => (STAGES as readonly string[]).includes(one));
        if (['cancelled', 'declined'].includes(order.stage)) expect(moves).toEqual([]);
        if (order.stage === 'delivered')
          expect(moves).toEqual(rules.role === 'client' || order.onHold ? [] : ['ready']);
      }),
    );
  });

  it('a client never gets an action of the atelier', () => {
    const staffOnly = [
      'sendQuote',
      'recordPayment',
      'reversePayment',
      'answerChange',
      'createApproval',
      'hold',
      'resume',
      'note',
      'schedule',
      'transfer',
    ];
    fc.assert(
      fc.property(anyState, anyContext, (order, rules) => {
        if (rules.role !== 'client') return;
        expect(allowedFor(order, rules).filter((one) => staffOnly.includes(one))).toEqual([]);
      }),
    );
  });
});
