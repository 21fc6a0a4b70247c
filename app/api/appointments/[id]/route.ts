import { editAppointment } from '@/lib/appointments/edit-appointment';
import { readAppointment } from '@/lib/appointments/list-appointments';
import { appointmentParams, editAppointmentInput, appointmentDto } from '@/lib/appointments/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readAppointment',
    response: appointmentDto,
    summary: 'One appointment',
    access: 'signedIn',
    params: appointmentParams,
  },
  ({ db, actor, params }) => readAppointment(db, actor, params.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editAppointment',
    response: appointmentDto,
    summary: 'Move or edit an appointment; what a client moves is proposed again',
    access: 'signedIn',
    params: appointmentParams,
    body: editAppointmentInput,
  },
  ({ db, actor, params, body }) => editAppointment(db, actor, params.id, body),
);
