import { describe, expect, it } from 'vitest';
import { formatClock, formatTime } from '@/lib/i18n/format';

describe('formatTime', () => {
  it('calls noon and midnight twelve in English, whichever engine prints it', () => {
    expect(formatTime('en', '2026-11-25T11:00:00Z')).toBe('12:00 pm');
    expect(formatTime('en', '2026-11-25T23:30:00Z')).toBe('12:30 am');
  });

  it('tells the atelier’s hour in French', () => {
    expect(formatTime('fr', '2026-07-01T13:30:00Z').replace(/\s/g, ' ')).toBe('15 h 30');
  });
});

describe('formatClock', () => {
  it.each([
    ['fr', '09:00', '9 h'],
    ['fr', '09:30', '9 h 30'],
    ['en', '00:00', '12 am'],
    ['en', '12:05', '12:05 pm'],
    ['en', '19:00', '7 pm'],
  ] as const)('%s %s: %s', (locale, clock, said) => expect(formatClock(locale, clock).replace(/\s/g, ' ')).toBe(said));
});
