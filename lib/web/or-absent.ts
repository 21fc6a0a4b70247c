import 'server-only';
import { AppError } from '../errors';

/** Waits for what an address names beside its page; what is not there, or not the reader's, is as if it had not been named. */
export async function orAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
