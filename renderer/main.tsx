import './app/zodWithoutEval';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { readPreferences } from './app/preferences';
import { en } from './app/text/en';
import { zh } from './app/text/zh';
import './app/tokens.css';
import { connectDesktop } from './desktop/connectDesktop';
import { journalLineOf } from './desktop/journalLine';
import { createEventStores } from './store/createEventStores';

await i18next.use(initReactI18next).init({
  lng: readPreferences().language,
  fallbackLng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
});
const desktop = await connectDesktop();
const worker = new Worker(new URL('./app/storeWorker.ts', import.meta.url), {
  type: 'module',
  name: 'store',
});
const stores = createEventStores({ desktop, worker, journalLine: journalLineOf(desktop.journal) });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(
  <ErrorBoundary>
    <App stores={stores} desktop={desktop} />
  </ErrorBoundary>,
);
