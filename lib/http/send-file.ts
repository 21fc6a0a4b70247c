import type { FileRefDto, VideoDto, VoiceDto } from '../files/schemas';
import { ApiError } from './api';
import { ACCOUNT_HEADER, pageAccount, tellOtherAccount } from './page-account';

/**
 * Sends one file with its progress (fetch cannot tell it).
 * @param progress from 0 to 1
 * @param options.voice what makes it a voice
 * @param options.video what this device counted of a video
 * @param options.poster a picture of the video
 * @throws ApiError for a refusal; TypeError when the network is away.
 */
export function sendFile(
  file: File,
  progress: (part: number) => void,
  { signal, voice, video, poster }: { signal?: AbortSignal; voice?: VoiceDto; video?: VideoDto; poster?: Blob } = {},
): Promise<FileRefDto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    const account = pageAccount();
    if (account) request.setRequestHeader(ACCOUNT_HEADER, account);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('the network is away'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status < 300) return resolve(body as FileRefDto);
      const problem = (body ?? {}) as Partial<ApiError['problem']>;
      if (problem.code === 'other_account') tellOtherAccount();
      reject(new ApiError(request.status, { code: 'internal', detail: '', ...problem }));
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('purpose', 'message');
    if (voice) form.append('voice', JSON.stringify(voice));
    if (video) form.append('video', JSON.stringify(video));
    if (poster) form.append('poster', poster, 'poster.jpg');
    form.append('file', file, file.name);
    request.send(form);
  });
}
