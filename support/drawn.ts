// Runs of nodes, and what Mermaid itself draws of them.
import { beforeAll } from '@jest/globals';
import type { NodeRun } from '../src/n8n/execution.ts';
import { ganttBlock } from '../src/report/gantt.ts';
import { type Drawing, openPage } from './mermaid-page.ts';

/** When the execution started, in milliseconds since 1970. */
export const START = 1_790_000_000_000;

let drawOn: ReturnType<typeof openPage>;
beforeAll(() => {
  drawOn = openPage();
});

export const drawSource = (source: string): Promise<Drawing> => drawOn(source);

/** The diagram without the Markdown around it. */
export const sourceOf = (runs: readonly NodeRun[]): string => ganttBlock(runs).replace(/^```mermaid\n|\n```$/g, '');

export const draw = (runs: readonly NodeRun[]): Promise<Drawing> => drawSource(sourceOf(runs));

/** A node's run, its start counted from the execution's. */
export function ran(node: string, at: number, tookMs: number, failed = false): NodeRun {
  return { node, startedAt: START + at, tookMs, failed };
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
