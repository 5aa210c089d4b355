import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraAccess } from '../../../../shared/desktop/contract';
import { openCamera, type CameraProblem } from './openCamera';
import { readPictures } from './readPictures';

export type CameraState = { readonly tag: 'opening' } | { readonly tag: 'looking' } | CameraProblem;

/** Shows the camera's picture in `video` and tells the first code in it; off again with the component. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  access: CameraAccess,
  onCode: (text: string) => void,
): CameraState {
  const [state, setState] = useState<CameraState>({ tag: 'opening' });
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    let gone = false;
    let end = () => undefined as void;
    const begin = async () => {
      await access.setOpen(true);
      const opened = await openCamera();
      if (gone) {
        if (opened.ok) stopTracks(opened.value);
        return;
      }
      if (!opened.ok) return setState(opened.problem);
      const shown = video.current;
      if (!shown) return;
      shown.srcObject = opened.value;
      const pictures = readPictures(shown);
      end = () => {
        pictures.stop();
        stopTracks(opened.value);
      };
      // pulled out of its socket
      for (const track of opened.value.getTracks())
        track.onended = () => setState({ tag: 'absent' });
      setState({ tag: 'looking' });
      const text = await pictures.code;
      if (!gone) latest.current(text);
    };
    void begin();
    return () => {
      gone = true;
      end();
      void access.setOpen(false);
    };
  }, [video, access]);
  return state;
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
