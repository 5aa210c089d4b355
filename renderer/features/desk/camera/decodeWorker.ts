import jsQR from 'jsqr';

/** A picture as the camera's page hands it over. */
export interface Picture {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Picture>) => void;
  postMessage(text: string | undefined): void;
}; // a worker's, compiled with the page's libraries

/** Answers every picture with the text of the code in it, or undefined. */
scope.onmessage = ({ data: { pixels, width, height } }) => {
  // Passes are printed dark on white: looking for the reverse too takes twice the time.
  const text = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
  scope.postMessage(text === '' ? undefined : text);
};
