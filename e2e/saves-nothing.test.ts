// An n8n whose environment says that executions that succeed are not saved.
import { afterAll, expect, jest, test } from '@jest/globals';
import { startN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { runStep, type StepResult } from '../support/step.ts';
import { newPath, succeeded, warningOf } from './suite.ts';

/** Starting n8n takes some of it, and looking for what is not there the rest. */
jest.setTimeout(120_000);

const n8n = await startN8n({ extraEnv: { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' } });
afterAll(() => n8n.stop());

const path = newPath();
const id = await n8n.api.deploy(workflows.immediate(path));
const given = { url: `${n8n.url}/webhook/${path}`, 'secret-key': n8n.apiKey, wait: 'true' };

test.each([{}, { 'workflow-id': id }])(
  'a success is one, with a warning that its result is unknown: %j',
  async (more) => {
    const step = await runStep({ with: { ...given, ...more } });
    // It may have been seen for the moment that it took, or in its success before n8n removed it.
    const wasSeenToSucceed = ({ outputs }: StepResult) => outputs['execution-status'] === 'success';
    if (wasSeenToSucceed(step)) expect(succeeded(step)).toBe(true);
    else expect(warningOf(step)).toMatch(/n8n did not save it|n8n does not appear to save successful executions/);
    expect(step.outputs['success']).toBe('true');
  },
);
