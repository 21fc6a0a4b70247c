'use client';

import { usePathname as useNextPathname } from 'next/navigation';
import { languageName, LOCALES } from '@/lib/i18n/config';
import { localised, unlocalised } from '@/lib/i18n/href';
import { usePageLocale } from '@/lib/i18n/navigation';

interface Props {
  /** Name of the group: « Langue ». */
  label: string;
  /** « FR / EN » instead of the names in full. */
  short?: boolean;
}

/** The same page in the other language; the query and the anchor come along. */
export function LanguageSwitch({ label, short = false }: Props) {
  const here = usePageLocale();
  const page = unlocalised(useNextPathname());
  return (
    <span role="group" aria-label={label} className="whitespace-nowrap">
      {LOCALES.map((locale, index) => (
        <span key={locale}>
          {index > 0 && (
            <span aria-hidden="true" className="text-ink3">
              {' / '}
            </span>
          )}
          {/* A plain anchor: the language is on the root element, which only a whole page load writes again. */}
          <a
            href={localised(page, locale)}
            hrefLang={locale}
            lang={locale}
            aria-label={languageName(locale)}
            aria-current={locale === here ? 'true' : undefined}
            className={locale === here ? 'switch-word' : 'switch-word text-ink2'}
            onClick={(event) => {
              event.currentTarget.href = localised(page, locale) + window.location.search + window.location.hash;
            }}
          >
            {short ? locale.toUpperCase() : languageName(locale)}
          </a>
        </span>
      ))}
    </span>
  );
}
