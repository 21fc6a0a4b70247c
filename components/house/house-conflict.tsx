'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Conflict } from '@/components/ui/conflict';
import type { HouseDto } from '@/lib/house/schemas';

interface Props {
  /** What is saved now. */
  current: HouseDto;
  /** What was typed, by setting. */
  mine: Record<string, unknown>;
  nameOf: (path: string) => string;
  busy: boolean;
  onKeepTheirs: () => void;
}

/** The words and numbers of a setting, one line each. */
function leaves(path: string, value: unknown): [string, string][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${path}.${key}`, inner));
}

/** Somebody saved in between: both versions side by side, and the choice. */
export function HouseConflict({ current, mine, nameOf, busy, onKeepTheirs }: Props) {
  const t = useTranslations('house.settings');
  const theirs = new Map(
    Object.keys(mine).flatMap((key) => leaves(key, (current as unknown as Record<string, unknown>)[key])),
  );
  const rows = Object.entries(mine)
    .flatMap(([key, value]) => leaves(key, value))
    .filter(([path, value]) => theirs.get(path) !== value)
    .map(([path, value]) => ({ field: nameOf(path), theirs: theirs.get(path) ?? '', mine: value }));
  return (
    <div className="mt-6">
      <Conflict
        title={t('conflictTitle')}
        theirsLabel={t('theirs')}
        mineLabel={t('mine')}
        rows={rows}
        actions={
          <>
            <Button variant="quiet" onPress={onKeepTheirs}>
              {t('keepTheirs')}
            </Button>
            <Button type="submit" busy={busy}>
              {t('keepMine')}
            </Button>
          </>
        }
      />
    </div>
  );
}
