// npm run test:e2e: the committed bundle against a real n8n. Arguments go to jest.
import { ensureN8n } from '../support/n8n/install.ts';
import { jest } from './process.ts';

await ensureN8n(console.log);
// One file at a time: all share one server, and some stop and restart it.
process.exit((await jest('e2e', ['--runInBand', ...process.argv.slice(2)])) ? 0 : 1);
