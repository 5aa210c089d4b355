export const camera = {
  title: 'Scan with the camera',
  picture: "Camera's picture",
  open: 'Scan with the camera',
  states: {
    opening: 'Opening the camera',
    looking: "Hold the pass's QR code in front of the camera; it is taken as soon as it is read",
    denied:
      'This program may not use the camera. Allow it in the settings of the system or browser, then press Ctrl M; a scanner works too',
    absent: 'No camera found. Plug one in and press Ctrl M, or use a scanner, or type',
    busy: 'The camera gives no picture; another program may be using it. Close that program, then press Ctrl M',
  },
};
