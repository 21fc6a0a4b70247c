import * as z from 'zod/mini';
import { keptFile } from '@/lib/files/kept-file';

const remark = z.object({
  /** A code of the table, or `other:1` for what has no measure. */
  key: z.string(),
  typed: z.string(),
  label: z.string(),
  note: z.string(),
  files: z.array(keptFile),
  task: z.boolean(),
  shared: z.boolean(),
});
export type RemarkDraft = z.infer<typeof remark>;

export const fittingDraft = z.object({ remarks: z.array(remark), note: z.string(), measure: z.boolean() });
/** A fitting as it is being typed: pins between the teeth, nothing may be lost. */
export type FittingDraft = z.infer<typeof fittingDraft>;

// A garment that is taken in says nothing of the body: measurements follow only where one says so.
export const EMPTY_FITTING: FittingDraft = { remarks: [], note: '', measure: false };
export const emptyRemark = (key: string): RemarkDraft => ({
  key,
  typed: '',
  label: '',
  note: '',
  files: [],
  task: false,
  shared: false,
});
export const isOther = (key: string): boolean => key.startsWith('other:');
export const isBlank = ({ typed, label, note, files }: RemarkDraft): boolean =>
  !typed.trim() && !label.trim() && !note.trim() && files.length === 0;
