import './host/cancelled.ts';
import { runnerHost } from './host/runner.ts';
import { runAsStep } from './host/step.ts';
import { main } from './main.ts';
import { say } from './text/safe.ts';

// The bundle holds the code of both actions: dist/deploy/index.js starts it with this argument. Nothing awaits the step
// here, because what the bundler adds for a module that awaits would be read by every step.
if (process.argv[2] === 'deploy') {
  void import('./deploy/index.ts');
} else {
  void runAsStep(main, runnerHost, {
    title: say`The n8n step ended unexpectedly`,
    hint: say`The workflow may have run: look at its executions in n8n. If the disk is not full, please report this.`,
  });
}
