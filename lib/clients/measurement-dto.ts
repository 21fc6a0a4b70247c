import type { z } from 'zod';
import type { Locale } from '../actor';
import { typo } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { MeasurementSetDocument } from './documents';
import { isPointCode } from './measurement-points';
import { isOutdated } from './measurement-rules';
import type { measurementSetDto, PointWarning, measurementWarningDto } from './measurement-schemas';
import { warningWords } from './warning-words';

/** A warning as it leaves: with its sentence in the reader's language. */
export type MeasurementWarningDto = z.infer<typeof measurementWarningDto>;

/** A measurement set as it leaves. */
export type MeasurementSetDto = z.infer<typeof measurementSetDto>;

/** The sentence of a warning, with the point's name and its numbers as the language writes them. */
export function toWarning(warning: PointWarning, locale: Locale): MeasurementWarningDto {
  const t = translator(locale, 'measurements');
  const point = isPointCode(warning.point) ? t(`points.${warning.point}`) : warning.point;
  const { key, numbers } = warningWords(locale, warning);
  return {
    code: warning.code,
    point: warning.point,
    message: typo(t(`warnings.${key}`, { point, ...numbers } as never)),
    details: warning.details,
  };
}

export const toMeasurementSet = (
  set: MeasurementSetDocument,
  context: { locale: Locale; names: ReadonlyMap<string, string>; now?: Date },
): MeasurementSetDto => ({
  id: set._id.toHexString(),
  clientId: set.clientId.toHexString(),
  takenAt: set.takenAt.toISOString(),
  takenBy: set.takenBy.toHexString(),
  takenByName: context.names.get(set.takenBy.toHexString()) ?? '',
  kind: set.kind,
  posture: set.posture,
  values: set.values,
  custom: set.custom.map(({ label, value }) => ({ label, value })),
  warnings: set.warnings.map((warning) => toWarning(warning, context.locale)),
  outdated: isOutdated(set.takenAt, context.now ?? new Date()),
  createdAt: set.createdAt.toISOString(),
  updatedAt: set.updatedAt.toISOString(),
});
