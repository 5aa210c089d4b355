import { memo } from 'react';
import { encode } from 'uqr';

/** A quiet zone of four modules all around, as ISO/IEC 18004 asks for. */
const quietModules = 4;

/** A code as black modules on white paper: at most version 10, which cheap scanners read. */
function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size, version } = encode(text, {
    ecc: 'M',
    boostEcc: false,
    border: quietModules,
    maxVersion: 10,
  });
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-qr-version={version}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={runsOf(data)} />
    </svg>
  );
}

export const QrCode = memo(Code);

/** Each run of dark modules of a line as one rectangle. */
function runsOf(data: readonly (readonly boolean[])[]): string {
  let path = '';
  for (const [y, line] of data.entries()) {
    let from = -1;
    for (let x = 0; x <= line.length; x++) {
      if (line[x]) {
        if (from < 0) from = x;
      } else if (from >= 0) {
        path += `M${from} ${y}h${x - from}v1H${from}z`;
        from = -1;
      }
    }
  }
  return path;
}
