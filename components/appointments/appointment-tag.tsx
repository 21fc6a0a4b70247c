import { Check, CircleDashed, CircleMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { AppointmentStatus } from '@/lib/appointments/words';

const LOOK = {
  proposed: { tone: 'ocre', icon: CircleDashed },
  confirmed: { tone: 'sarcelle', icon: Check },
  done: { tone: 'neutral', icon: Check },
  cancelled: { tone: 'neutral', icon: CircleMinus },
} as const;

/** How sure an appointment is, in a word. */
export function AppointmentTag({ status }: { status: AppointmentStatus }) {
  const t = useTranslations('calendar.status');
  return <Tag {...LOOK[status]}>{t(status)}</Tag>;
}
