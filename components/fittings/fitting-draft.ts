import * as v from 'valibot';
import { keptFile } from '@/lib/files/kept-file';

const remark = v.object({
  /** A code of the table, or `other:1` for what has no measure. */
  key: v.string(),
  typed: v.string(),
  label: v.string(),
  note: v.string(),
  files: v.array(keptFile),
  task: v.boolean(),
  shared: v.boolean(),
});
export type RemarkDraft = v.InferOutput<typeof remark>;

export const fittingDraft = v.object({ remarks: v.array(remark), note: v.string(), measure: v.boolean() });
/** A fitting as it is being typed: pins between the teeth, nothing may be lost. */
export type FittingDraft = v.InferOutput<typeof fittingDraft>;

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
