'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { isEnter } from '@/components/ui/is-enter';
import { Icon } from '@/components/ui/icon';
import { Modal } from '@/components/ui/modal';
import { localised } from '@/lib/i18n/href';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { type Entry, highlight, matching } from './palette-entries';
import { ATELIER_PLACES } from './places';
import { usePaletteSearch } from './use-palette-search';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onShortcuts: () => void;
}

const GROUPS = ['clients', 'orders', 'models', 'pages', 'actions'] as const;

function Results({ close, onShortcuts }: { close: () => void; onShortcuts: () => void }) {
  const t = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = usePaletteSearch(typed, locale);
  const fixed: Entry[] = [
    { id: 'new-order', group: 'actions', label: t('palette.newOrder'), href: paths.atelier.newOrder },
    { id: 'new-client', group: 'actions', label: t('palette.newClient'), href: paths.atelier.newClient },
    { id: 'new-model', group: 'actions', label: t('palette.newModel'), href: paths.atelier.newModel },
    { id: 'shortcuts', group: 'actions', label: t('shortcuts.title'), detail: '?' },
    ...ATELIER_PLACES.flat().map((place): Entry => ({
      id: place.href,
      group: 'pages',
      label: t(`nav.${place.name}`),
      href: place.href,
    })),
  ];
  const entries = [...found, ...matching(fixed, typed)].sort(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group),
  );
  const chosen = Math.min(active, entries.length - 1);

  const run = (entry: Entry, apart: boolean) => {
    if (entry.href && apart) window.open(localised(entry.href, locale), '_blank', 'noopener');
    else {
      close();
      if (entry.href) router.push(entry.href);
      else onShortcuts();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const entry = entries[chosen];
    if (step && entries.length > 0) {
      event.preventDefault();
      const next = (chosen + step + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (isEnter(event) && entry) {
      event.preventDefault();
      run(entry, event.metaKey || event.ctrlKey);
    }
  };

  return (
    <>
      <div className="flex h-13 items-center gap-3 border-b border-hair px-4">
        <Icon of={Search} />
        {/* The palette was asked for to be typed into: the field takes the focus as it opens. */}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={entries.length > 0 ? `${list}-${chosen}` : undefined}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          autoFocus
          data-ring-inside=""
          className="min-w-0 flex-1 border-0 bg-transparent text-base outline-none"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className="kbd">{t('palette.escape')}</kbd>
      </div>
      <div id={list} role="listbox" aria-label={t('palette.label')} className="max-h-[56vh] overflow-auto py-2">
        {GROUPS.map((group) => {
          const members = entries
            .map((entry, index) => ({ entry, index }))
            .filter(({ entry }) => entry.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`palette.${group}`)}>
              <p className="list-section-title" aria-hidden="true">
                {t(`palette.${group}`)}
              </p>
              {members.map(({ entry, index }) => (
                <div
                  key={entry.id}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className="palette-row"
                  onPointerMove={() => setActive(index)}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={(event) => run(entry, event.metaKey || event.ctrlKey)}
                >
                  <span className="flex-1 truncate">
                    {highlight(entry.label, typed).map((part, place) =>
                      part.match ? <b key={place}>{part.text}</b> : <span key={place}>{part.text}</span>,
                    )}
                  </span>
                  {entry.detail && <span className="smaller figures text-ink2">{entry.detail}</span>}
                </div>
              ))}
            </div>
          );
        })}
        {entries.length === 0 && <p className="small px-4 py-6 text-ink2">{t('palette.nothing', { typed })}</p>}
      </div>
    </>
  );
}

/** ⌘K: people, orders, models, pages and actions from one field. */
export function Palette({ open, onOpenChange, onShortcuts }: Props) {
  const t = useTranslations('common');
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      label={t('palette.label')}
      kind="palette"
      classes={{ cover: 'scrim', box: 'palette-box', dialog: 'outline-none' }}
    >
      <Results close={() => onOpenChange(false)} onShortcuts={onShortcuts} />
    </Modal>
  );
}
