'use client';

import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatNumber } from '@/lib/i18n/format';
import type { useZoom } from './use-zoom';

const STEP = 1.25;

/** How large the sheet is, with less and more. */
export function SketchZoom({ zoom: { zoom, zoomTo, canZoomIn, canZoomOut } }: { zoom: ReturnType<typeof useZoom> }) {
  const t = useTranslations('chat.sketch');
  const locale = useLocale();
  return (
    <div className="sketch-zoom" role="group" aria-label={t('zoom')}>
      <IconButton label={t('zoomOut')} onPress={() => zoomTo(zoom / STEP)} isDisabled={!canZoomOut}>
        <Icon of={Minus} size={16} />
      </IconButton>
      <output className="small figures">{t('percent', { value: formatNumber(locale, Math.round(zoom * 100)) })}</output>
      <IconButton label={t('zoomIn')} onPress={() => zoomTo(zoom * STEP)} isDisabled={!canZoomIn}>
        <Icon of={Plus} size={16} />
      </IconButton>
    </div>
  );
}
