import { Problem } from '../text/problem.ts';
import { type Condition, parseCondition } from '../verdict/success-when.ts';
import type { Text } from './defaults.ts';

/** Reads `success-when`; undefined where it is not given. */
export async function parseSuccessWhen(text: Text): Promise<Condition | undefined | Problem> {
  const expression = text('success-when');
  if (expression === '') return undefined;
  const condition = await parseCondition(expression);
  if (!condition.ok) return new Problem(`success-when: is not a JMESPath expression (${condition.error}).`);
  if (!condition.value.readsExecution || /^true$/i.test(text('wait'))) return condition.value;
  return new Problem('success-when: reads execution, which is known only with wait: true. Give that, or read body.');
}
