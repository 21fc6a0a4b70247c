import { describe, expect, it } from 'vitest';
import { homeSentence } from '@/components/account/sentence';
import { askOf, byGravity, openDefects } from '@/lib/orders/asks';
import type { OrderDto } from '@/lib/orders/answers';

/** As much of an order as asks anything. */
const order = (id: string, part: Partial<OrderDto>) =>
  ({ id, stage: 'toile', allowed: [], changeRequests: [], cuttingApprovals: [], ...part }) as unknown as OrderDto;
const sheet = (...sides: string[]) =>
  [{ signatures: sides.map((side) => ({ side })) }] as unknown as OrderDto['cuttingApprovals'];

const quiet = order('quiet', {});
const quoted = order('quoted', { stage: 'quoted', allowed: ['acceptQuote'] });
const proposed = order('proposed', { allowed: ['confirmChange'] });
const toSign = order('toSign', { allowed: ['signApproval'], cuttingApprovals: sheet('house') });
const ready = order('ready', { stage: 'ready', allowed: ['bookPickup'] });

describe('what an order asks', () => {
  it('of a client is the signature before anything else, once the house has signed', () => {
    expect(askOf({ ...toSign, allowed: ['acceptQuote', 'signApproval'] }, 'client')).toBe('signature');
    expect(askOf({ ...toSign, cuttingApprovals: sheet() }, 'client')).toBeUndefined();
  });

  it('of the house is an answer about a defect first', () => {
    const open = [{ status: 'open' }] as unknown as OrderDto['changeRequests'];
    const one = order('one', { stage: 'delivered', allowed: ['answerDefect', 'answerChange'], changeRequests: open });
    expect(askOf(one, 'staff')).toBe('defect');
    expect(askOf(one, 'client')).toBeUndefined();
    const defects = [{ n: 1, answer: {} }, { n: 2 }] as unknown as NonNullable<OrderDto['defects']>;
    expect(openDefects({ defects }).map(({ n }) => n)).toEqual([2]);
    expect(openDefects({})).toEqual([]);
  });

  it('of the house is an answer before its own signature', () => {
    const open = [{ status: 'open' }] as unknown as OrderDto['changeRequests'];
    const both = order('both', {
      allowed: ['answerChange', 'signApproval'],
      changeRequests: open,
      cuttingApprovals: sheet(),
    });
    expect(askOf(both, 'staff')).toBe('answer');
    expect(askOf({ ...both, changeRequests: [] }, 'staff')).toBe('signature');
  });

  it('stands at the head when it is the gravest; equals keep their order', () => {
    const sorted = [quiet, ready, quoted, proposed, order('quiet too', {}), toSign].toSorted(byGravity('client'));
    expect(sorted.map(({ id }) => id)).toEqual(['toSign', 'proposed', 'quoted', 'ready', 'quiet', 'quiet too']);
  });

  it('makes the sentence of the home page', () => {
    expect(homeSentence([quiet, quoted, toSign])).toEqual({ kind: 'asked', count: 2 });
    expect(homeSentence([quiet])).toEqual({ kind: 'working', count: 1 });
    expect(homeSentence([])).toEqual({ kind: 'quiet' });
  });
});
