import { Needle } from '@/components/ui/needle';
import type { Locale } from '@/lib/actor';
import type { ClientWord } from '@/lib/house/schemas';
import { inLanguage } from '@/lib/i18n/bilingual';
import { quoted } from '@/lib/i18n/format';

/** What a client said of their piece, and how they sign it. */
export function ClientWords({ said, locale, needle }: { said: ClientWord; locale: Locale; needle?: boolean }) {
  const text = inLanguage(said.text, locale);
  return (
    <figure className="client-words">
      <blockquote>{quoted(locale, text)}</blockquote>
      <figcaption className="caption mt-4 flex items-center gap-3 text-ink3">
        {needle && <Needle width={30} />}
        {inLanguage(said.signature, locale)}
      </figcaption>
    </figure>
  );
}
