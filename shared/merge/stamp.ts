import type { HybridTime } from '../kernel/hybridTime';
import type { DeviceId } from '../kernel/ids';

/** The place of a change among all changes of its row, the same on every device. */
export interface Stamp {
  readonly time: HybridTime;
  readonly device: DeviceId;
  /** The number of its commit on that device. */
  readonly sequence: number;
}

/** The later change wins: by time, then by device, then by the device's own count. */
export function compareStamps(left: Stamp, right: Stamp): number {
  if (left.time !== right.time) return left.time - right.time;
  if (left.device !== right.device) return left.device < right.device ? -1 : 1;
  return left.sequence - right.sequence;
}

/** A stamp as part of a key that is stored in decisions: its form never changes. */
export function stampKey({ time, device, sequence }: Stamp): string {
  return `${time}.${device}.${sequence}`;
}
