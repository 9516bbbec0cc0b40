import { describe, expect, test } from '@jest/globals';
import {
  fileWorkflow,
  node,
  planOf,
  publishedWorkflow,
  storedWorkflow,
  webhookNode,
} from '../../../support/deployment.ts';

describe('a path that is taken', () => {
  const at = (name: string, more = {}) => fileWorkflow(name, { active: true, nodes: [webhookNode('hook', more)] });

  test('by another file or by what is live in n8n is refused', () => {
    expect(planOf([[at('A')], [at('B')]]).wrong).toEqual([
      expect.stringContaining('of the workflow "A" in workflows/A.json'),
    ]);
    const holder = publishedWorkflow('Holder', { nodes: [webhookNode('hook')] });
    expect(planOf([[at('A')]], { stored: [holder] }).wrong).toEqual([
      expect.stringContaining('of the workflow "Holder" (stored Holder), which is live in n8n'),
    ]);
  });

  test('is free if the other is an earlier version of the same workflow, a draft, disabled, or has another method', () => {
    const own = publishedWorkflow('A', { nodes: [webhookNode('hook')] });
    expect(planOf([[at('A'), own]]).wrong).toEqual([]);
    expect(planOf([[at('A')]], { stored: [storedWorkflow('Draft', { nodes: [webhookNode('hook')] })] }).wrong).toEqual(
      [],
    );
    expect(planOf([[at('A')], [at('B', { parameters: { path: 'hook', httpMethod: 'GET' } })]]).wrong).toEqual([]);
    expect(
      planOf([[at('A')], [{ ...at('B'), nodes: [node('First'), webhookNode('hook', { disabled: true })] }]]).wrong,
    ).toEqual([]);
  });
});
