import { describe, expect, test } from '@jest/globals';
import { webhooksOf } from '../../src/n8n/webhooks.ts';
import { node, webhookNode } from '../../support/deployment.ts';

const seen = (...nodes: ReturnType<typeof node>[]) =>
  webhooksOf(nodes, 'wf1').map((webhook) => [
    webhook.node,
    webhook.methods,
    webhook.path,
    webhook.urlAt('https://n8n.example.com/webhook'),
  ]);

describe('the webhooks of a workflow', () => {
  test('are those of Webhook, Form, public Chat and MCP Server nodes', () => {
    const form = node('Form', {
      type: 'n8n-nodes-base.formTrigger',
      typeVersion: 2.3,
      webhookId: 'f',
      parameters: { options: { path: 'frm' } },
    });
    const chat = node('Chat', {
      type: '@n8n/n8n-nodes-langchain.chatTrigger',
      webhookId: 'c',
      parameters: { public: true },
    });
    const mcp = (typeVersion: number) =>
      node('MCP', {
        type: '@n8n/n8n-nodes-langchain.mcpTrigger',
        typeVersion,
        webhookId: 'm',
        parameters: { path: 'tools' },
      });
    expect(seen(webhookNode('hook'), form, chat, mcp(2), mcp(1.1))).toEqual([
      ['Webhook', ['POST'], 'hook', 'https://n8n.example.com/webhook/hook'],
      ['Form', ['GET', 'POST'], 'frm', 'https://n8n.example.com/form/frm'],
      ['Chat', ['POST'], 'c/chat', 'https://n8n.example.com/webhook/c/chat'],
      ['MCP', ['GET', 'POST', 'DELETE'], 'tools', 'https://n8n.example.com/mcp/tools'],
      ['MCP', ['GET'], 'tools/sse', 'https://n8n.example.com/mcp/tools/sse'],
    ]);
  });

  test('hold the webhook id if the path has parameters, and the workflow if there is none', () => {
    const bare = webhookNode('x', { webhookId: null });
    expect(seen(webhookNode('x/:id'), bare).map(([, , path]) => path)).toEqual(['id at x/:id/x/:id', 'wf1/webhook/x']);
  });

  test('are left out if they are disabled, not public or computed by an expression', () => {
    const chat = node('Chat', { type: '@n8n/n8n-nodes-langchain.chatTrigger', webhookId: 'c' });
    expect(seen(webhookNode('a', { disabled: true }), chat, webhookNode('={{ $env.PATH }}'), node('Set'))).toEqual([]);
  });
});
