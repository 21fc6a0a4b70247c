import { closeCalendar, openCalendar, readCalendar } from '@/lib/auth/calendar-address';
import { calendarAddressDto, calendarStateDto } from '@/lib/auth/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readMyCalendar',
    summary: 'Whether a calendar app may read my appointments, and since when.',
    access: 'signedIn',
    response: calendarStateDto,
  },
  ({ db, actor }) => readCalendar(db, actor),
);

export const POST = defineRoute(
  {
    operation: 'openMyCalendar',
    summary: 'A new secret address of my appointments, told once; the one before stops answering.',
    access: 'signedIn',
    response: calendarAddressDto,
    status: 201,
  },
  ({ db, actor }) => openCalendar(db, actor),
);

export const DELETE = defineRoute(
  { operation: 'closeMyCalendar', summary: 'My secret address stops answering.', access: 'signedIn', status: 204 },
  ({ db, actor }) => closeCalendar(db, actor),
);
