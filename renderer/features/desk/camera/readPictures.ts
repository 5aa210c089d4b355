import type { Picture } from './decodeWorker';

/** Looks at one picture after the other until a code is in one; stopped, it answers no more. */
export function readPictures(video: HTMLVideoElement): {
  readonly code: Promise<string>;
  readonly stop: () => void;
} {
  const worker = new Worker(new URL('./decodeWorker.ts', import.meta.url), { type: 'module' });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let callback = 0;
  const look = () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!context || width === 0) return again();
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, width, height);
    worker.postMessage({ pixels, width, height } satisfies Picture, [pixels.buffer]);
  };
  const again = () => {
    callback = video.requestVideoFrameCallback(look);
  };
  const code = new Promise<string>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<string | undefined>) => {
      if (data === undefined) again();
      else resolve(data);
    };
  });
  again();
  return {
    code,
    stop: () => {
      video.cancelVideoFrameCallback(callback);
      worker.terminate();
    },
  };
}
