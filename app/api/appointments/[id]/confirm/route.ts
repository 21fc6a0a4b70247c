import { confirmAppointment } from '@/lib/appointments/decide-appointment';
import { appointmentParams, appointmentDto } from '@/lib/appointments/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'confirmAppointment',
    response: appointmentDto,
    summary: 'Say yes to a proposed hour',
    access: 'staff',
    params: appointmentParams,
  },
  ({ db, actor, params }) => confirmAppointment(db, actor, params.id),
);
