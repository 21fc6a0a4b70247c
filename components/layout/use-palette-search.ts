'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Locale } from '@/lib/actor';
import { api } from '@/lib/http/api';
import { type Bilingual, inLanguage } from '@/lib/i18n/bilingual';
import { paths } from '@/lib/paths';
import type { Entry } from './palette-entries';

interface Found {
  clients: { items: { id: string; name: string; phone?: string }[] };
  orders: { items: { id: string; number: string; title: string }[] };
  models: { items: { id: string; title: Bilingual }[] };
}

const LIMIT = 5;

async function find(typed: string, locale: Locale, signal: AbortSignal): Promise<Entry[]> {
  const query = `q=${encodeURIComponent(typed)}&limit=${LIMIT}`;
  const [clients, orders, models] = await Promise.all([
    api<Found['clients']>(`/api/clients?${query}`, { signal }),
    api<Found['orders']>(`/api/orders?${query}`, { signal }),
    api<Found['models']>(`/api/models?${query}`, { signal }),
  ]);
  return [
    ...clients.items.map((one): Entry => ({
      id: one.id,
      group: 'clients',
      label: one.name,
      detail: one.phone,
      href: paths.atelier.client(one.id),
    })),
    ...orders.items.map((one): Entry => ({
      id: one.id,
      group: 'orders',
      label: one.title,
      detail: one.number,
      href: paths.atelier.order(one.id),
    })),
    ...models.items.map((one): Entry => ({
      id: one.id,
      group: 'models',
      label: inLanguage(one.title, locale),
      href: paths.atelier.model(one.id),
    })),
  ];
}

/** Clients, orders and models for what is typed, from two letters on. */
export function usePaletteSearch(typed: string, locale: Locale): Entry[] {
  const asked = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['palette', locale, asked],
    queryFn: ({ signal }) => find(asked, locale, signal),
    enabled: asked.length >= 2,
    placeholderData: (before) => before,
  });
  return asked.length >= 2 ? (data ?? []) : [];
}
