import { NotFoundView } from '@/components/layout/not-found-view';
import { Wordmark } from '@/components/layout/wordmark';

/** A 404 outside every space. Next sends this with every page of the house, found or not: it is short, and reads nothing from the database. */
export default function NotFoundPage() {
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <p className="page pt-8">
        <Wordmark />
      </p>
      <NotFoundView />
    </main>
  );
}
