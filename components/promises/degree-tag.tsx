'use client';

import { Check, Clock, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { Degree } from '@/lib/planner/words';

const LOOK = {
  holds: { tone: 'sarcelle', icon: Check },
  tight: { tone: 'ocre', icon: Clock },
  untenable: { tone: 'garance', icon: TriangleAlert },
} as const;

/** How firmly a day can be promised, in the staff's word or the client's. */
export function DegreeTag({ degree, client = false }: { degree: Degree; client?: boolean }) {
  const t = useTranslations('promises');
  const { tone, icon } = LOOK[degree];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`${client ? 'clientDegree' : 'degree'}.${degree}`)}
    </Tag>
  );
}
