import { NotFoundView } from '@/components/layout/not-found-view';

/** A 404 inside this part of the house: its navigation stays around it. */
export default function NotFoundPage() {
  return <NotFoundView />;
}
