import { type Parsed, wrong } from '../text/problem.ts';
import { type Condition, parseCondition } from '../verdict/success-when.ts';
import type { Text } from './defaults.ts';

/** Reads a `success-when` that is given. */
export async function parseSuccessWhen(text: Text): Promise<Parsed<Condition>> {
  const expression = text('success-when');
  const condition = await parseCondition(expression);
  if (!condition.ok) return wrong(`success-when: is not a valid condition (${condition.error}).`);
  if (!condition.value.readsExecution || /^true$/i.test(text('wait'))) return condition;
  return wrong('success-when: reads execution, which is known only with wait: true. Set it, or read body.');
}
