import { ledgers } from '../../../shared/ledgers/registry';
import { serveStore } from '../../../renderer/store/worker/serveStore';

serveStore(ledgers);
