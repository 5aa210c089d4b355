/**
 * 16 bits that stand for a checkpoint's row id in the code on a pass (CRC-16/IBM-3740): one of 65,536
 * other checkpoints would be taken for it, and a forged mark needs a forged signature.
 */
export function checkpointMark(checkpoint: string): number {
  let crc = 0xffff;
  for (let index = 0; index < checkpoint.length; index++) {
    crc ^= (checkpoint.charCodeAt(index) & 0xff) << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
    }
  }
  return crc;
}
