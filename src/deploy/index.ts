import '../host/cancelled.ts';
import { runnerHost } from '../host/runner.ts';
import { runAsStep } from '../host/step.ts';
import { main } from './main.ts';

await runAsStep(main, runnerHost, {
  title: 'The n8n deployment ended unexpectedly',
  hint: 'Workflows may have been changed: run it with dry-run: true to see how they stand. If the disk is not full, please report this.',
});
