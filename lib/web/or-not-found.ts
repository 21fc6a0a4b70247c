import 'server-only';
import { notFound } from 'next/navigation';
import { AppError } from '../errors';

/** Waits for what a page shows; what is not there, or not the reader's, becomes the page's true 404. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
