import { pageDto } from '@/lib/pagination';
import { LIMITS } from '@/lib/limits';
import { createAppointment } from '@/lib/appointments/create-appointment';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { createAppointmentInput, listAppointmentsQuery, appointmentDto } from '@/lib/appointments/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listAppointments',
    response: pageDto(appointmentDto),
    summary: 'Appointments, earliest first; a client sees their own',
    access: 'signedIn',
    query: listAppointmentsQuery,
  },
  ({ db, actor, query }) => listAppointments(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createAppointment',
    response: appointmentDto,
    summary: 'Book an hour; a client proposes it',
    access: 'signedIn',
    body: createAppointmentInput,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.appointment, key: 'client' }],
  },
  ({ db, actor, body }) => createAppointment(db, actor, body),
);
