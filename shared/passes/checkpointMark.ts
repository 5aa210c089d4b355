import { utf8Bytes } from '../kernel/utf8';
import { crc32 } from '../kernel/crc32';

/**
 * 16 bits that stand for a checkpoint's row id in the code on a pass: one in 65,536 other checkpoints
 * would be taken for it, and a forged mark needs a forged signature.
 */
export function checkpointMark(checkpoint: string): number {
  return crc32(utf8Bytes(checkpoint)) & 0xffff;
}
