import '../host/cancelled.ts';
import { runnerHost } from '../host/runner.ts';
import { runAsStep } from '../host/step.ts';
import { say } from '../text/safe.ts';
import { main } from './main.ts';

void runAsStep(main, runnerHost, {
  title: say`The n8n deployment ended unexpectedly`,
  hint: say`Workflows may have been changed: run the step with dry-run: true to see their state. If the disk is not full, please report this.`,
});
