import { describe, expect, it } from 'vitest';
import { dateFormatter, numberFormatter } from '@/lib/i18n/formatters';

describe('formatters', () => {
  it('are made once for a language and options', () => {
    const options = { day: 'numeric', timeZone: 'UTC' } as const;
    expect(dateFormatter('fr-FR', { ...options })).toBe(dateFormatter('fr-FR', { ...options }));
    expect(dateFormatter('en-GB', options)).not.toBe(dateFormatter('fr-FR', options));
    expect(numberFormatter('fr-FR', { minimumFractionDigits: 1 }).format(2)).toBe('2,0');
    expect(numberFormatter('fr-FR', { minimumFractionDigits: 2 }).format(2)).toBe('2,00');
  });

  it('are not kept without end', () => {
    const first = numberFormatter('fr-FR', { minimumFractionDigits: 3 });
    for (const tag of ['fr', 'en', 'de', 'it', 'es', 'pt', 'nl', 'sv', 'da', 'fi', 'pl'])
      for (let digits = 1; digits <= 20; digits += 1) numberFormatter(tag, { maximumFractionDigits: digits });
    expect(numberFormatter('fr-FR', { minimumFractionDigits: 3 })).not.toBe(first);
  });
});
