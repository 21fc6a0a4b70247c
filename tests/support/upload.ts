import sharp from 'sharp';
import { POST } from '../../app/api/files/route';
import type { UploadedFileDto } from '../../lib/files/schemas';
import type { Person } from './call-route';

/** A picture of one colour, as the camera would send it. */
export const picture = (width = 60, height = 90, colour = '#1f7a63'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

/** Sends a file as the pages do. */
export async function upload(
  who: Person | undefined,
  purpose: string,
  bytes: Uint8Array,
  name = 'photo.jpg',
  extra: Record<string, string> = {},
  poster?: Uint8Array,
): Promise<{ status: number; body: UploadedFileDto & { code?: string; detail?: string } }> {
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
  for (const [key, value] of Object.entries(extra)) form.set(key, value);
  if (poster) form.set('poster', new File([new Uint8Array(poster)], 'poster.jpg', { type: 'image/jpeg' }));
  const request = new Request('http://maison.test/api/files', {
    method: 'POST',
    headers: { host: 'maison.test', origin: 'http://maison.test', ...(who ? { cookie: who.cookie } : {}) },
    body: form,
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  return {
    status: response.status,
    body: (await response.json()) as UploadedFileDto & { code?: string; detail?: string },
  };
}
