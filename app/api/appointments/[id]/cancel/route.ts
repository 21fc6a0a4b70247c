import { cancelAppointment } from '@/lib/appointments/decide-appointment';
import { appointmentParams, appointmentDto } from '@/lib/appointments/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'cancelAppointment',
    response: appointmentDto,
    summary: 'Give an hour back',
    access: 'signedIn',
    params: appointmentParams,
  },
  ({ db, actor, params }) => cancelAppointment(db, actor, params.id),
);
