import { findEnd } from '../voice/find-end';

/** A device that has not opened it in this time does not know how. */
const PATIENCE_MS = 15_000;
/** The longest side of the picture that stands for a video. */
const SIDE = 1_280;
/** The first frames are often dark or shaken: the picture is taken a second later, or in the middle of what is shorter. */
const FRAME_S = 1;

/** What this device knows of a video: how long it plays, and a picture out of it. */
export interface ReadVideo {
  milliseconds: number;
  poster?: Blob;
}

const heard = (element: HTMLVideoElement, event: string): Promise<void> =>
  new Promise((resolve, reject) => {
    element.addEventListener(event, () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('the video does not open')), { once: true });
  });

async function pictureOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const pen = canvas.getContext('2d');
  if (!pen || canvas.width === 0 || canvas.height === 0) return undefined;
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.85));
}

async function look(video: HTMLVideoElement): Promise<ReadVideo> {
  await heard(video, 'loadeddata');
  await findEnd(video);
  const sought = heard(video, 'seeked');
  video.currentTime = Math.min(FRAME_S, video.duration / 2);
  await sought;
  return { milliseconds: Math.max(1, Math.ceil(video.duration * 1_000)), poster: await pictureOf(video) };
}

/**
 * Opens a video on this device, for its length and a picture of it.
 * @returns undefined where this browser cannot open it (the house may know its length all the same)
 */
export async function readVideo(file: File): Promise<ReadVideo | undefined> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    const read = look(video).catch(() => undefined);
    video.src = url;
    const enough = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    return await Promise.race([read, enough]);
  } finally {
    clearTimeout(timer);
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}
