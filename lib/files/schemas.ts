import { z } from 'zod';
import { sentMoment } from '../wire';
import { FILE_TARGETS, IMAGE_WIDTHS, type ImageWidth, VOICE_MS, VOICE_BARS } from './words';

export const fileTarget = z.enum(FILE_TARGETS);
export type FileTarget = z.infer<typeof fileTarget>;

export const readFileQuery = z.strictObject({
  w: z
    .enum(IMAGE_WIDTHS.map(String) as [string, ...string[]])
    .transform((width) => Number(width) as ImageWidth)
    .optional(),
});

/** How long a voice speaks, and how loud it is along the way, each bar of a hundred. Its sender's device counts both. */
export const voiceDto = z.strictObject({
  // The last breath may come after the bell.
  milliseconds: z
    .number()
    .int()
    .min(1)
    .max(VOICE_MS + 1_000),
  peaks: z.array(z.number().int().min(0).max(100)).min(1).max(VOICE_BARS),
});
export type VoiceDto = z.infer<typeof voiceDto>;

/** What a field of a form sends, in JSON. */
const inJson = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const voiceInput = inJson(voiceDto);

/** How long a video plays. */
export const videoDto = z.strictObject({ milliseconds: z.number().int().min(1) });
export type VideoDto = z.infer<typeof videoDto>;
export const videoInput = inJson(videoDto);

/** A file as documents and messages name it. */
export const fileRefDto = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  /** A voice that was recorded; other sounds are not taken. */
  voice: voiceDto.optional(),
  /** A video; where a picture of it is shown before it plays, `width` and `height` are that picture's. */
  video: videoDto.optional(),
});
export type FileRefDto = z.infer<typeof fileRefDto>;

/** What an upload answers: the reference, and the blurred pixels to show at once. */
export const uploadedFileDto = fileRefDto.extend({ placeholder: z.string().optional(), createdAt: sentMoment });
export type UploadedFileDto = z.infer<typeof uploadedFileDto>;
