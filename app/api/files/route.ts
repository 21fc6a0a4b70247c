import { z } from 'zod';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readForm } from '@/lib/files/read-form';
import { fileTarget, uploadedFile } from '@/lib/files/schemas';
import { uploadFile } from '@/lib/files/upload-file';
import { defineRoute } from '@/lib/web/define-route';
import { invalidRequest } from '@/lib/web/problem';

const form = z.strictObject({ file: z.instanceof(File), purpose: fileTarget });
/** What the boundaries and headers of a form may take besides its file. */
const FORM_BYTES = 64 * 1024;

export const POST = defineRoute(
  {
    operation: 'uploadFile',
    summary: 'Keeps a picture or a document (multipart: file, purpose)',
    access: 'signedIn',
    response: uploadedFile,
    status: 201,
    limits: [{ rule: { name: 'uploads', points: 120, seconds: 600 }, key: 'actor' }],
  },
  async ({ db, actor, request, locale }) => {
    const limit = env().MAX_UPLOAD_BYTES;
    const parsed = form.safeParse(Object.fromEntries(await readForm(request, limit + FORM_BYTES)), {
      reportInput: true,
    });
    if (!parsed.success) throw invalidRequest(parsed.error, locale);
    const { file, purpose } = parsed.data;
    if (file.size > limit) throw new AppError('payload_too_large');
    return uploadFile(db, actor, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), purpose });
  },
);
