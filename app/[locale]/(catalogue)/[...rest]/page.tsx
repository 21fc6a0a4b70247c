import { notFound } from 'next/navigation';

/** Any address that no page has: the house's own 404, in its language. */
export default function UnknownPage() {
  notFound();
}
