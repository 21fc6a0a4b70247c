import { typo } from '@/lib/i18n/format';
import { wordsAndLinks } from './links';

/** The words of a message. Addresses in them become links; nothing else of them is interpreted. */
export function MessageWords({ text }: { text: string }) {
  return wordsAndLinks(typo(text)).map(({ words, href }, index) =>
    href === undefined ? (
      words
    ) : (
      <a key={index} href={href} target="_blank" rel="noreferrer noopener" className="link break-all">
        {words}
      </a>
    ),
  );
}
