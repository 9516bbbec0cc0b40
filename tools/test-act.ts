// npm run test:act: workflow files, those of examples/ among them, under nektos/act against a real n8n. Arguments go to
// jest. Where neither Python's pip nor Go can bring act it says so and tests nothing; with --required it fails then.
import { ensureAct } from '../e2e/act/install-act.ts';
import { ensureN8n } from '../support/n8n/install.ts';
import { jest } from './process.ts';

const required = process.argv.includes('--required');
const forJest = process.argv.slice(2).filter((argument) => argument !== '--required');
const reason = ensureAct(console.log);
if (reason !== '') {
  console.log(`${required ? 'Failed' : 'Skipped'}: ${reason}.`);
  process.exit(required ? 1 : 0);
}
await ensureN8n(console.log);
process.exit((await jest('act', ['--runInBand', ...forJest])) ? 0 : 1);
