'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AppointmentDto } from '../appointments/dto';
import type { createAppointmentInput, editAppointmentInput } from '../appointments/schemas';
import { api } from './api';
import { readAll } from './read-all';

const ROOT = '/api/appointments';
const of = (id: string) => `${ROOT}/${id}`;

/** Appointments between two instants (ISO); a client gets their own. */
export const useAppointments = (from: string, to: string | undefined, initialData?: AppointmentDto[]) =>
  useQuery({
    queryKey: ['appointments', 'between', from, to ?? ''],
    queryFn: ({ signal }) => readAll<AppointmentDto>(ROOT, { from, to }, signal),
    initialData,
  });

/** Every appointment of one order, earliest first. */
export const useOrderAppointments = (orderId: string, initialData?: AppointmentDto[]) =>
  useQuery({
    queryKey: ['appointments', 'order', orderId],
    queryFn: ({ signal }) => readAll<AppointmentDto>(ROOT, { orderId }, signal),
    initialData,
  });

function useAppointmentMutation<Input, Output>(run: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['appointments'] }),
  });
}

export const useCreateAppointment = () =>
  useAppointmentMutation((input: { body: z.input<typeof createAppointmentInput>; key: string }) =>
    api<AppointmentDto>(ROOT, { body: input.body, idempotencyKey: input.key }),
  );

export const useEditAppointment = () =>
  useAppointmentMutation(({ id, ...body }: z.input<typeof editAppointmentInput> & { id: string }) =>
    api<AppointmentDto>(of(id), { method: 'PATCH', body }),
  );

export const useConfirmAppointment = () =>
  useAppointmentMutation((id: string) => api<AppointmentDto>(`${of(id)}/confirm`, { method: 'POST' }));

export const useCancelAppointment = () =>
  useAppointmentMutation((id: string) => api<AppointmentDto>(`${of(id)}/cancel`, { method: 'POST' }));
