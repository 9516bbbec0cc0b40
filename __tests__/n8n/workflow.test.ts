import { describe, expect, test } from '@jest/globals';
import { chooseTrigger, namesOf, savingOf, toWorkflow } from '../../src/n8n/workflow.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { say } from '../../src/text/safe.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const { show } = testHost();
const node = (type: string, name: string, more: JsonMap = {}): JsonMap => ({ type, name, ...more });
const hook = (name: string, more?: JsonMap) => node('n8n-nodes-base.webhook', name, more);
const published = (...nodes: JsonMap[]) => toWorkflow({ id: 'w', name: 'W', activeVersion: { nodes }, nodes });
const none = () => undefined;

describe('a workflow', () => {
  test('has the triggers among its nodes, by their kinds', () => {
    const { draft } = published(
      hook('A'),
      node('n8n-nodes-base.set', 'Set'),
      node('n8n-nodes-base.gmailTrigger', 'Mail'),
      node('constructor', 'C'),
      node('__proto__', 'P'),
    );
    expect(draft.map(({ kind, name }) => `${name}: ${kind}`)).toEqual(['A: Webhook', 'Mail: other']);
  });

  test('has a published version if n8n says so, or is active if n8n has no versions', () => {
    const nodes = [hook('A')];
    expect(toWorkflow({ nodes, active: true }).published).toHaveLength(1);
    expect(toWorkflow({ nodes, active: false }).published).toBeUndefined();
    expect(toWorkflow({ nodes, active: true, activeVersion: null }).published).toBeUndefined();
    expect(toWorkflow({ nodes, activeVersion: { nodes: [] } }).published).toEqual([]);
  });

  test.each<[JsonMap, object]>([
    [{ saveDataSuccessExecution: 'none' }, { successes: 'none', failures: undefined }],
    [
      { saveDataErrorExecution: 'all', saveDataSuccessExecution: 'DEFAULT' },
      { successes: undefined, failures: 'all' },
    ],
  ])('with the settings %j saves %j', (settings, saving) => {
    expect(savingOf({ settings })).toEqual(saving);
  });
});

describe('the choice of a trigger', () => {
  test('is the only one that can be run', () => {
    const unlessB = ({ name }: { name: string }) => (name === 'B' ? undefined : OBSTACLE);
    expect(expectOk(chooseTrigger(published(hook('A'), hook('B')), undefined, unlessB, show)).name).toBe('B');
  });

  test('says only once what to do if the same thing keeps several from being run', () => {
    const failure = expectFailure(chooseTrigger(published(hook('A'), hook('B')), undefined, () => OBSTACLE, show));
    expect(failure.message).toMatch(/"A" \(Webhook\) is odd; "B" \(Webhook\) is odd\.$/);
    expect(failure.hint).toBe('Mend it.');
  });

  test('names only ten of thousands', () => {
    const many = published(...Array.from({ length: 3000 }, (_, n) => hook(`Hook ${n}`)));
    expect(expectFailure(chooseTrigger(many, undefined, none, show)).message).toMatch(
      /"Hook 9" \(Webhook\), and 2990 more\.$/,
    );
    expect(namesOf(many.draft.slice(0, 10), show)).not.toContain('more');
  });

  test('shows names on one line, and cut', () => {
    const { message } = expectFailure(
      chooseTrigger(published(hook(`A\n::error::${'x'.repeat(500)}`), hook('B')), undefined, none, show),
    );
    expect(message).not.toMatch(/\n|::/);
    expect(message.length).toBeLessThan(250);
  });
});

const OBSTACLE = { message: say`is odd`, hint: say`Mend it.` };
