import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { OrderForm } from '@/components/order-form/order-form';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'orderForm' });
  return { title: t('meta') };
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The order form has a frame of its own: the thread of its steps and nothing that leads away. */
export default async function NewOrderPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const query = await searchParams;
  const brought = { model: one(query.model), colour: one(query.colour), couturierId: one(query.couturierId) };
  const search = new URLSearchParams(Object.entries(brought).filter(([, value]) => value !== '')).toString();
  await requireClient(locale, search ? `${paths.account.newOrder}?${search}` : paths.account.newOrder);
  return <OrderForm start={{ modelSlug: brought.model, colour: brought.colour, couturierId: brought.couturierId }} />;
}
