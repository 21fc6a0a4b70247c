import { z } from 'zod';
import { calendarFeed } from '@/lib/appointments/calendar-feed';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readCalendarFeed',
    summary: 'The appointments of whoever made the secret address, for a calendar app (iCalendar).',
    access: 'visitor',
    query: z.strictObject({ token: z.string().min(1).max(100) }),
    response: 'text/calendar',
  },
  async ({ db, query }) =>
    new Response(await calendarFeed(db, query.token), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="calendar.ics"',
        'cache-control': 'private, no-store',
      },
    }),
);
