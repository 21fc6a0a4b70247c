import { z } from 'zod';
import { env } from '@/lib/env';
import { readForm } from '@/lib/files/read-form';
import { fileTarget, uploadedFileDto, videoInput, voiceInput } from '@/lib/files/schemas';
import { uploadFile } from '@/lib/files/upload-file';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';
import { invalidRequest } from '@/lib/web/problem';

const form = z.strictObject({
  file: z.object({ name: z.string(), bytes: z.instanceof(Buffer) }),
  purpose: fileTarget,
  voice: voiceInput.optional(),
  video: videoInput.optional(),
  poster: z.instanceof(Buffer).optional(),
});

export const POST = defineRoute(
  {
    operation: 'uploadFile',
    summary:
      'Keeps a picture, a document, a voice or a video (multipart: file, purpose, for a voice its milliseconds and peaks in JSON, for a video its milliseconds in JSON and a picture as poster)',
    access: 'signedIn',
    response: uploadedFileDto,
    status: 201,
    limits: [{ rule: LIMITS.upload, key: 'actor' }],
  },
  async ({ db, actor, request, locale }) => {
    const { fields, file, poster } = await readForm(request, env().MAX_UPLOAD_BYTES);
    const parsed = form.safeParse({ ...fields, file, poster }, { reportInput: true });
    if (!parsed.success) throw invalidRequest(parsed.error, locale);
    const { file: sent, ...about } = parsed.data;
    return uploadFile(db, actor, { ...sent, ...about });
  },
);
