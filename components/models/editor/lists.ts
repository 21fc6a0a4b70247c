import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { Vocabulary } from '@/lib/house/schemas';
import { DAY } from '@/lib/palette';

export interface EditorOption {
  id: string;
  label: string;
}

/** What the pickers of the form offer, in the reader's language. */
export interface EditorLists {
  categories: EditorOption[];
  garments: EditorOption[];
  fabrics: EditorOption[];
  colours: (EditorOption & { hex: string })[];
  couturiers: EditorOption[];
  /** For the words that are proposed when a family is chosen. */
  vocabulary: Vocabulary;
}

export function editorLists(vocabulary: Vocabulary, couturiers: readonly CouturierDto[], locale: Locale): EditorLists {
  const options = (terms: Vocabulary['categories']) =>
    terms.map(({ code, label }) => ({ id: code, label: inLanguage(label, locale) }));
  return {
    categories: options(vocabulary.categories),
    garments: options(vocabulary.garments),
    fabrics: options(vocabulary.fabrics),
    colours: vocabulary.colours.map(({ code, label, hex }) => ({
      id: code,
      label: inLanguage(label, locale),
      hex: hex ?? DAY.control,
    })),
    couturiers: couturiers.map(({ id, name }) => ({ id, label: name })),
    vocabulary,
  };
}
