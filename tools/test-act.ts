// npm run test:act: workflow files, those of examples/ among them, under nektos/act against a real n8n. Arguments go to
// jest. Where neither Python's pip nor Go can bring act it says so and tests nothing.
import { ensureAct } from '../e2e/act/install-act.ts';
import { ensureN8n } from '../e2e/support/install.ts';
import { jest } from './process.ts';

const reason = ensureAct(console.log);
if (reason !== '') {
  console.log(`Skipped: ${reason}.`);
  process.exit(0);
}
await ensureN8n(console.log);
process.exit((await jest('act', ['--runInBand', ...process.argv.slice(2)])) ? 0 : 1);
