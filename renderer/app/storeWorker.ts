import './zodWithoutEval';
import { ledgers } from '../../shared/ledgers/registry';
import { serveStore } from '../store/worker/serveStore';

serveStore(ledgers);
