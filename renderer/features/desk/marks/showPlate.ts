/** `豫HA3829` as it stands on the vehicle: 豫H·A3829. */
export function showPlate(plate: string): string {
  return /^\p{Script=Han}[A-Z][A-Z0-9\p{Script=Han}]{4,6}$/u.test(plate)
    ? `${plate.slice(0, 2)}·${plate.slice(2)}`
    : plate;
}
