import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Called by electron-builder: an unpacked Electron brings a demonstration app that never runs. */
export default function removeDemonstration({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
