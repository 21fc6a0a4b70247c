import {
  CalendarDays,
  ChartNoAxesColumn,
  House,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  PencilRuler,
  Ruler,
  Scissors,
  Shirt,
  SlidersHorizontal,
  Sun,
  Users,
} from 'lucide-react';
import type { Messages } from '@/lib/i18n/messages';
import { paths } from '@/lib/paths';

/** One entry of a navigation: its words are `common.nav.<name>`. */
export interface Place {
  name: keyof Messages['common']['nav'];
  href: string;
  icon: LucideIcon;
  exact?: boolean;
  /** Carries the number of unread messages. */
  unread?: boolean;
}

export const CLIENT_PLACES: readonly Place[] = [
  { name: 'home', href: paths.account.home, icon: House, exact: true },
  { name: 'orders', href: paths.account.orders, icon: Scissors },
  { name: 'messages', href: paths.account.messages, icon: MessagesSquare, unread: true },
  { name: 'measurements', href: paths.account.measurements, icon: Ruler },
  { name: 'wardrobe', href: paths.account.wardrobe, icon: Shirt },
  { name: 'models', href: paths.models, icon: PencilRuler },
];

/** Three groups, as on the rail. */
export const ATELIER_PLACES: readonly (readonly Place[])[] = [
  [
    { name: 'today', href: paths.atelier.today, icon: Sun, exact: true },
    { name: 'messages', href: paths.atelier.messages, icon: MessagesSquare, unread: true },
    { name: 'orders', href: paths.atelier.orders, icon: Scissors },
    { name: 'tasks', href: paths.atelier.tasks, icon: ListChecks },
    { name: 'calendar', href: paths.atelier.calendar, icon: CalendarDays },
    { name: 'clients', href: paths.atelier.clients, icon: Users },
  ],
  [
    { name: 'models', href: paths.atelier.models, icon: Shirt },
    { name: 'figures', href: paths.atelier.stats, icon: ChartNoAxesColumn },
  ],
  [{ name: 'houseSettings', href: paths.atelier.house, icon: SlidersHorizontal }],
];
