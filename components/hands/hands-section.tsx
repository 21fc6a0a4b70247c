'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SettingsSection } from '@/components/settings/settings-section';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { AbsenceDto, HandDto, HandsDto } from '@/lib/absences/schemas';
import type { Closure } from '@/lib/house/schemas';
import { useHands } from '@/lib/http/hands';
import { AbsenceItem } from './absence-item';
import { HandsChart } from './hands-chart';
import { WeekForm } from './week-form';
import { later } from '@/components/ui/later';

const AbsenceSheet = later(() => import('./absence-sheet').then((one) => one.AbsenceSheet));

interface Props {
  hands: HandsDto;
  closures: readonly Closure[];
  /** One's own hours, on one's own page. */
  own?: boolean;
}

/** What the sheet is opened for: an absence that is there, or a new one on these days. */
export interface Opened {
  staffId: string;
  absence?: AbsenceDto;
  days?: { from: string; to: string };
}

/** Who is there and when: absences planned ahead with what falls into them, and everybody's hours with their history. */
export function HandsSection({ hands: initial, closures, own = false }: Props) {
  const t = useTranslations('hands');
  const { data } = useHands(initial);
  // One reading serves every screen of this browser; on one's own page an owner sees themselves only.
  const mine = data.items.filter(({ id }) => initial.items.some((one) => one.id === id));
  const hands = own ? { ...data, items: mine } : data;
  const [opened, setOpened] = useState<Opened | null>(null);
  const first = hands.items[0];
  if (!first) return null;
  const absences = hands.items
    .flatMap((hand) => hand.absences.map((absence): [HandDto, AbsenceDto] => [hand, absence]))
    .sort(([, a], [, b]) => (a.from < b.from ? -1 : 1));
  return (
    <SettingsSection
      id="hands"
      title={t(own ? 'ownTitle' : 'title')}
      help={t('help')}
      aside={
        <Button size="small" onPress={() => setOpened({ staffId: first.id })}>
          <Icon of={Plus} size={16} />
          {t('add')}
        </Button>
      }
    >
      <HandsChart hands={hands} closures={closures} onDrag={(staffId, days) => setOpened({ staffId, days })} />
      <h3 className="h3 mt-8 mb-1">{t('absencesOf')}</h3>
      {absences.length === 0 ? (
        <p className="small text-ink3">{t('none')}</p>
      ) : (
        <ul>
          {absences.map(([hand, absence]) => (
            <AbsenceItem
              key={absence.id}
              hand={hand}
              absence={absence}
              onEdit={() => setOpened({ staffId: hand.id, absence })}
            />
          ))}
        </ul>
      )}
      <h3 className="h3 mt-10 mb-3">{t(own ? 'ownWeeks' : 'weeks')}</h3>
      <ul className="border-t border-ink">
        {hands.items.map((hand) => (
          <WeekForm key={hand.id} hand={hand} today={hands.today} />
        ))}
      </ul>
      {opened && <AbsenceSheet hands={hands} opened={opened} onClose={() => setOpened(null)} />}
    </SettingsSection>
  );
}
