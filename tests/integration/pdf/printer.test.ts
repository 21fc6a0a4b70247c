import { describe, expect, it, vi } from 'vitest';
import { printPaper } from '@/lib/pdf/print-paper';
import type { AppError } from '@/lib/errors';
import type { PaperJob } from '@/lib/pdf/paper-job';
import type { OrderDto } from '@/lib/orders/answers';

// The printing thread reads its sources first.
vi.setConfig({ testTimeout: 90_000 });

const amount = { amount: 10_000, currency: 'EUR' } as const;
/** A statement of nothing: the printer knows no order. */
const job: PaperJob = {
  kind: 'statement',
  props: {
    locale: 'fr',
    house: { name: 'Maison', address: ['Rue du Fil'], phone: '', email: 'maison@fashionflow.test' },
    order: {
      number: '2026-0001',
      title: 'Robe',
      stage: 'confirmed',
      client: { id: '1', name: 'Awa Diallo' },
      couturier: { id: '2', name: 'Claire Morel' },
      payments: [],
      total: amount,
      paid: amount,
      balance: amount,
    } as unknown as OrderDto,
    now: new Date(),
  },
};
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === '%PDF-';

describe('the printing thread', () => {
  it('leaves the loop that answers people free', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 10);
    const began = performance.now();
    expect(isPdf(await printPaper(async () => job))).toBe(true);
    clearInterval(timer);
    // Printed here, the loop would have turned no time in those seconds.
    expect(turns).toBeGreaterThan((performance.now() - began) / 100);
  });

  it('gives up a paper that takes too long, and prints the next one', async () => {
    await expect(printPaper(async () => job, 1)).rejects.toMatchObject({ code: 'unavailable' });
    expect(isPdf(await printPaper(async () => job))).toBe(true);
  });

  it('says « come back » at once when too many wait', async () => {
    const papers = Array.from({ length: 60 }, () => printPaper(async () => job, 1));
    const first = await Promise.any(papers.slice(50).map((paper) => paper.catch((error: AppError) => error)));
    expect(first).toMatchObject({ code: 'unavailable', options: { retryAfter: 5 } });
    await Promise.allSettled(papers);
  });
});
