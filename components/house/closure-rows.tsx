'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import type { Closure } from '@/lib/house/schemas';

interface Props {
  closures: Closure[];
  errors: Record<string, string>;
  onChange: (closures: Closure[]) => void;
}

/** The days the house is closed, both ends included. */
export function ClosureRows({ closures, errors, onChange }: Props) {
  const t = useTranslations('house.settings');
  const edit = (index: number, change: Partial<Closure>) =>
    onChange(closures.map((closure, at) => (at === index ? { ...closure, ...change } : closure)));
  const error = (index: number, field: string) => errors[`closures.${index}.${field}`];
  return (
    <>
      {closures.length === 0 && <p className="small text-ink3">{t('noClosures')}</p>}
      <ul>
        {closures.map((closure, index) => (
          <li
            key={index}
            className="grid grid-cols-2 items-start gap-4 border-b border-hair py-4 md:grid-cols-[152px_152px_1fr_1fr_36px]"
          >
            <TextField
              type="date"
              label={t('closureFrom')}
              value={closure.from}
              onChange={(from) => edit(index, { from })}
              error={error(index, 'from')}
            />
            <TextField
              type="date"
              label={t('closureTo')}
              value={closure.to}
              onChange={(to) => edit(index, { to })}
              error={error(index, 'to')}
            />
            <TextField
              label={t('closureLabelFr')}
              value={closure.label.fr}
              onChange={(fr) => edit(index, { label: { ...closure.label, fr } })}
              error={error(index, 'label.fr')}
            />
            <TextField
              label={t('closureLabelEn')}
              value={closure.label.en}
              onChange={(en) => edit(index, { label: { ...closure.label, en } })}
              error={error(index, 'label.en')}
            />
            <span className="md:pt-7">
              <IconButton
                size="small"
                label={t('removeClosure')}
                onPress={() => onChange(closures.filter((_, at) => at !== index))}
              >
                <Icon of={X} size={16} />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Button
          size="small"
          variant="outline"
          onPress={() => onChange([...closures, { from: '', to: '', label: { fr: '', en: '' } }])}
        >
          <Icon of={Plus} size={16} />
          {t('addClosure')}
        </Button>
      </div>
    </>
  );
}
