import './host/cancelled.ts';
import { runnerHost } from './host/runner.ts';
import { runAsStep } from './host/step.ts';
import { main } from './main.ts';

await runAsStep(main, runnerHost, {
  title: 'The n8n step ended unexpectedly',
  hint: 'The workflow may have run: look at its executions in n8n. If the disk is not full, please report this.',
});
