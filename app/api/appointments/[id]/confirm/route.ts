import { confirmAppointment } from '@/lib/appointments/decide-appointment';
import { appointmentParams } from '@/lib/appointments/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'confirmAppointment',
    summary: 'Say yes to a proposed hour',
    access: 'staff',
    params: appointmentParams,
  },
  ({ db, actor, params }) => confirmAppointment(db, actor, params.id),
);
