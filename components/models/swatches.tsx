import type { Locale } from '@/lib/actor';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { ModelDto } from '@/lib/models/schemas';

/** The colours of a model as small dyes; their names are for who does not see them. */
export function Swatches({ colours, locale, label }: { colours: ModelDto['colours']; locale: Locale; label: string }) {
  if (colours.length === 0) return null;
  const names = colours.map((colour) => inLanguage(colour.label, locale) || colour.label.fr).join(', ');
  return (
    <span className="inline-flex shrink-0 gap-1.5" role="img" aria-label={`${label} ${names}`} title={names}>
      {colours.slice(0, 5).map((colour, index) => (
        <span key={`${colour.hex}${index}`} className="dye" style={{ background: colour.hex }} />
      ))}
    </span>
  );
}
