import { POINT_CODES, type PointCode } from '../clients/measurement-points';

/** One point of the body, in centimetres: as the piece was cut for, and as it is now. */
export interface BodyChange {
  /** One of the product's points, else its own name. */
  code?: PointCode;
  label?: string;
  before: number;
  now: number;
}

/** Measures as they are kept: the product's points by code, others by name. */
export interface Measures {
  values: Readonly<Partial<Record<string, number>>>;
  custom: readonly { label: string; value: number }[];
}

const size = ({ before, now }: BodyChange): number => Math.abs(now - before);

/**
 * What has changed of a body since a piece was cut for it, in centimetres: of the points that were taken both times, those that moved most
 * first, in the order of the tape where they moved alike.
 */
export function bodyChanges(then: Measures, now: Measures): BodyChange[] {
  const points = POINT_CODES.flatMap((code): BodyChange[] => {
    const [before, after] = [then.values[code], now.values[code]];
    return before === undefined || after === undefined ? [] : [{ code, before, now: after }];
  });
  const own = then.custom.flatMap(({ label, value: before }): BodyChange[] => {
    const after = now.custom.find((one) => one.label === label)?.value;
    return after === undefined ? [] : [{ label, before, now: after }];
  });
  return [...points, ...own].sort((a, b) => size(b) - size(a));
}
