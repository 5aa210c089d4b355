/** As Electron's events: a listener may keep the default from happening. */
export class Preventable {
  defaultPrevented = false;
  preventDefault() {
    this.defaultPrevented = true;
  }
}
