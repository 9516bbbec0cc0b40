// What n8n's own MCP server does not run, and what the step says about it.
import { describe, expect, test } from '@jest/globals';
import { calledByAnotherWorkflow, chain, schedule, webhook } from '../support/n8n/nodes.ts';
import { access, offer, owner, repliesAtTheEnd, result, runByMcp, toTheEnd } from './mcp-access.ts';
import { api, apiKey, endings, failureOf, isSince, newPath, run, since, succeeded, url } from './suite.ts';

if (repliesAtTheEnd) {
  test('wait is reported as having no effect if n8n replies at the end', async () => {
    const workflow = await offer(chain('Waited for', schedule(), result()));
    const step = await runByMcp(workflow, { wait: 'true' });
    expect(failureOf(step)).toMatch(
      /no tool that reads executions.*The workflow did not run\. Leave wait out: without/,
    );
    expect(await endings(workflow)).toEqual([]);
  });
}

describe('what cannot be run is reported, with where to change it', () => {
  test('a workflow that is not available in MCP', async () => {
    const workflow = { id: await api.createWorkflow(chain('Not offered', schedule(), result())) };
    await api.publish(workflow.id);
    const step = await runByMcp(workflow);
    expect(failureOf(step)).toMatch(
      isSince('2.11.0')
        ? /not available in MCP.*The workflow did not run\. In n8n, turn on .*settings/
        : /Workflow not found.*The workflow did not run\. .*Older n8n says the same about a workflow that is not available/,
    );
    expect(step.outputs).toMatchObject({ route: 'mcp', attempts: '0' });
    expect(await endings(workflow)).toEqual([]);
  });

  test('an unknown workflow', async () => {
    const step = await runByMcp({ id: 'abcdefghijklmnop' });
    expect(failureOf(step)).toMatch(/Workflow not found.*The workflow did not run\. Compare workflow-id/);
  });

  since('2.11.0', 'drafts in MCP').test('a workflow without a published version', async () => {
    const workflow = await offer(chain('Draft', webhook(newPath()), result()), { published: false });
    expect(failureOf(await runByMcp(workflow))).toMatch(/"Draft" has no published version\. .*Publish it in n8n/);
  });

  test('several triggers, a wrong name, a disabled one and one that MCP does not run', async () => {
    const several = await offer(chain('Several', schedule(), webhook(newPath())));
    const off = Object.assign(webhook(newPath(), { name: 'Off' }), { disabled: true });
    const sub = await offer(chain('Sub', schedule(), off, calledByAnotherWorkflow()));
    const steps = await Promise.all([
      runByMcp(several),
      runByMcp(several, { 'trigger-node': 'None' }),
      runByMcp(sub, { 'trigger-node': 'Off' }),
      runByMcp(sub, { 'trigger-node': 'When Executed by Another Workflow' }),
    ]);
    const [many, wrong, disabled, other] = steps.map(failureOf);
    expect(many).toMatch(/several triggers: "Schedule Trigger" \(Schedule\), "Webhook" \(Webhook\)\. .*trigger-node/);
    expect(wrong).toMatch(/no trigger "None"; its triggers are "Schedule Trigger"/);
    expect(disabled).toMatch(/"Off" \(Webhook\) is disabled\. .*Enable it and publish/);
    expect(other).toMatch(/cannot be run by n8n's MCP server\. .*Add a Webhook node/);
    expect(await endings(several)).toEqual([]);
    const named = await runByMcp(several, { 'trigger-node': 'Webhook' });
    if (!isSince('2.37.0')) {
      expect(failureOf(named)).toMatch(
        /several triggers, and this n8n's MCP server does not let the caller choose one/,
      );
      return;
    }
    succeeded(named);
    expect(await endings(several)).toEqual(['success']);
  });

  test('a payload that is not a map', async () => {
    const workflow = await offer(chain('List', webhook(newPath()), result()));
    expect(failureOf(await runByMcp(workflow, { payload: '[1]' }))).toMatch(/MCP server accepts a map, not a list/);
  });
});

describe('the token', () => {
  test('that was replaced is reported as such', async () => {
    const workflow = await offer(chain('Old token', schedule(), result()));
    const old = access.token;
    access.token = await owner.createMcpToken();
    const step = await runByMcp(workflow, { 'secret-key': old });
    expect(failureOf(step)).toMatch(/MCP server does not accept this secret-key \(401\)\. .*Instance-level MCP/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('is needed for route mcp, and serves no other', async () => {
    const steps = await Promise.all([
      run({ id: 'abc' }, { route: 'mcp', 'secret-key': apiKey }),
      runByMcp({ id: 'abc' }, { route: 'webhook' }),
      runByMcp({ id: 'abc' }, { route: 'start' }),
    ]);
    const [needed, ...others] = steps.map(failureOf);
    expect(needed).toMatch(/secret-key: is not an MCP access token, which route mcp needs.*\nNothing was sent/);
    for (const other of others)
      expect(other).toMatch(/secret-key: is an MCP access token, which works only in mode api/);
  });

  test('has no effect if MCP access is disabled', async () => {
    const workflow = await offer(chain('Disabled', schedule(), result()));
    await owner.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: false });
    try {
      const step = await runByMcp(workflow, toTheEnd);
      expect(failureOf(step)).toMatch(/MCP access is disabled in this n8n \(40[34]\)\. .*Settings, Instance-level MCP/);
    } finally {
      await owner.rest('PATCH', '/mcp/settings', { mcpAccessEnabled: true });
    }
    expect(await endings(workflow)).toEqual([]);
  });

  test('at another address is reported as finding no MCP server', async () => {
    const step = await runByMcp({ id: 'abcdefghijklmnop' }, { url: `${url}/nowhere` });
    expect(failureOf(step)).toMatch(/n8n has no MCP server at this address \(404\)\..*Check that url/);
  });
});
