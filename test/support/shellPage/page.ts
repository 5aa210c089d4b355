import { browserFiles } from '../../../renderer/desktop/browser/browserFiles';
import { connectJournal } from '../../../renderer/desktop/browser/connectJournal';

/** The parts of the browser shell, for tests that drive them in a real Chromium. */
const shellPage = { journal: connectJournal(), files: browserFiles };

declare global {
  interface Window {
    shellPage: typeof shellPage;
  }
}
window.shellPage = shellPage;
