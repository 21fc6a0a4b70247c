'use client';

import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { isPointCode } from '@/lib/clients/measurement-points';
import type { PointWarning } from '@/lib/clients/measurement-schemas';
import { warningWords } from '@/lib/clients/warning-words';
import { typo } from '@/lib/i18n/format';

/** The sentence of a warning, as the server would say it. */
function useWarningText(): (warning: PointWarning) => string {
  const t = useTranslations('measurements');
  const locale = useLocale();
  return (warning) => {
    const point = isPointCode(warning.point) ? t(`points.${warning.point}`) : warning.point;
    const { key, numbers } = warningWords(locale, warning);
    return typo(t(`warnings.${key}`, { point, ...numbers } as never));
  };
}

interface Props {
  warnings: readonly PointWarning[];
  onConfirm: () => void;
  onRetake: () => void;
}

/** Unusual, asked in the row: « Oui, c'est juste » or « Reprendre ». */
export function WarningLine({ warnings, onConfirm, onRetake }: Props) {
  const t = useTranslations('measurements');
  const textOf = useWarningText();
  return (
    <div role="status" className="smaller flex flex-wrap items-center gap-x-3 gap-y-2 pb-3 text-ocre">
      <Icon of={TriangleAlert} size={16} />
      <span className="min-w-48 flex-1">{warnings.map(textOf).join(' ')}</span>
      <Button size="small" onPress={onConfirm}>
        {t('yesRight')}
      </Button>
      <LinkLikeButton className="smaller text-ink" onPress={onRetake}>
        {t('retake')}
      </LinkLikeButton>
    </div>
  );
}
