'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';

interface Label {
  fr: string;
  en: string;
}

/** What the order form needs to know of a model. */
export interface FormModel {
  id: string;
  slug: string;
  title: Label;
  garment: string;
  fabrics: { code: string; label: Label }[];
  colours: { code: string; label: Label; hex: string }[];
  priceFrom: { amount: number; currency: string };
  images: { id: string; alt: Label; width: number; height: number }[];
  couturierId: string;
}

export interface FormHouse {
  vocabulary: { garments: { code: string; label: Label }[] };
}

export interface FormCouturier {
  id: string;
  name: string;
  available: boolean;
}

export interface FormMeasurementSet {
  id: string;
  takenAt: string;
  kind: 'body' | 'garment';
  values: Record<string, number>;
}

export const useFormModel = (slug: string) =>
  useQuery(
    queryOptions({
      queryKey: ['models', 'form', slug],
      queryFn: ({ signal }) => api<FormModel>(`/api/models/${encodeURIComponent(slug)}`, { signal }),
      enabled: slug !== '',
    }),
  );

export const useFormHouse = () =>
  useQuery(
    queryOptions({ queryKey: ['house', 'form'], queryFn: ({ signal }) => api<FormHouse>('/api/house', { signal }) }),
  );

export const useFormCouturiers = () =>
  useQuery(
    queryOptions({
      queryKey: ['couturiers', 'form'],
      queryFn: async ({ signal }) =>
        (await api<{ items: FormCouturier[] }>('/api/couturiers?limit=100', { signal })).items,
    }),
  );

/** The client's newest body set, or null. */
export const useNewestMeasurements = () =>
  useQuery(
    queryOptions({
      queryKey: ['clients', 'measurements', 'newest'],
      queryFn: async ({ signal }) => {
        const page = await api<{ items: FormMeasurementSet[] }>('/api/me/measurements?limit=1&kind=body', { signal });
        return page.items[0] ?? null;
      },
    }),
  );

/** Sends one reference picture or file; it is attached when the order is sent. */
export function uploadReference(file: File): Promise<{ id: string; name: string; mime: string; size: number }> {
  const form = new FormData();
  form.set('file', file);
  form.set('purpose', 'order');
  return api('/api/files', { form });
}
