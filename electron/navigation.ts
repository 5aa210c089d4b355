import { app, type Event } from 'electron';
import { isOwnAddress } from './origin';

/** Pages stay on the app's own origin, in every frame and through redirects, and open no windows. */
export function confineNavigation(): void {
  const stay = (event: Event<{ readonly url: string }>) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
