import { z } from 'zod';
import { sentMoment } from '../wire';

/** What a file is sent for; also what it may be attached to. */
export const FILE_TARGETS = ['message', 'order', 'model', 'avatar', 'measurement'] as const;
export const fileTarget = z.enum(FILE_TARGETS);
export type FileTarget = z.infer<typeof fileTarget>;

/** Widths a picture can be asked in. */
export const IMAGE_WIDTHS = [320, 640, 960, 1280, 1920] as const;
export type ImageWidth = (typeof IMAGE_WIDTHS)[number];

export const readFileQuery = z.strictObject({
  w: z
    .enum(IMAGE_WIDTHS.map(String) as [string, ...string[]])
    .transform((width) => Number(width) as ImageWidth)
    .optional(),
});

/** A file as documents and messages name it. */
export const fileRefDto = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
});
export type FileRefDto = z.infer<typeof fileRefDto>;

/** What an upload answers: the reference, and the blurred pixels to show at once. */
export const uploadedFileDto = fileRefDto.extend({ placeholder: z.string().optional(), createdAt: sentMoment });
export type UploadedFileDto = z.infer<typeof uploadedFileDto>;
