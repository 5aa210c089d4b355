/** Arrays grow by half: a million rows are copied about thirty times on their way, half a row is spare. */
export function grownCapacity(needed: number, present: number): number {
  return Math.max(needed, present + (present >> 1), 64);
}
