import type { Json } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { join, NOTHING, type SafeText, type Show, say } from '../text/safe.ts';
import type { Claim, Verdict } from './verdict.ts';

// The types of the package leave out the parser.
declare module 'jmespath' {
  export function compile(expression: string): unknown;
}

/** What a condition can read; for a value that is not known, the reason. */
export interface Readable {
  readonly status: Result<number, SafeText>;
  readonly headers: Result<object, SafeText>;
  readonly body: Result<Json, SafeText>;
  readonly execution: Result<{ readonly id: string; readonly status: string }, SafeText>;
  readonly data: Result<Json, SafeText>;
}

/** A condition on what a workflow replies, in JMESPath. */
export interface Condition {
  readonly expression: string;
  /** Whether it reads `execution`, which is known only once that is followed. */
  readonly readsExecution: boolean;
  /** @throws if an argument has a type that its function does not take, or the data is nested too deep */
  readonly search: (data: unknown) => unknown;
}

/**
 * Reads a condition in the dialect of n8n's `$jmespath`, whose library this is; it is loaded only for this.
 * Fails with the library's message, which quotes the expression.
 */
export async function parseCondition(expression: string): Promise<Result<Condition, string>> {
  const { compile, search } = await import('jmespath');
  try {
    const tree = CLOSED.test(expression) ? compile(expression) : undefined;
    const nodes = isNode(tree) ? [...nodesIn(tree)] : [];
    if (!isNode(tree) || !nodes.every(isWhole)) return failed('it ends too early');
    // JMESPath reads it as a member, which is not there, and a gate would open.
    const literal = nodes.find(
      ({ type, name }) => type === 'Field' && /^(?:true|false|null)$/.test(String(name)),
    )?.name;
    if (literal !== undefined)
      return failed(`${literal} is the name of a member; as a value, write it in backticks: \`${literal}\``);
    // The library reads it as text, so that body.blocked != `True` always holds.
    const text = [...expression.matchAll(QUOTED)].find(([, json = '']) => OF_OTHERS.test(json))?.[1];
    if (text !== undefined) return failed(`\`${text}\` is text; write \`true\`, \`false\` or \`null\` as in JSON`);
    // JMESPath reads !body.error as (!body).error, which never is true.
    if (nodes.some((node) => node.type === 'Subexpression' && childrenOf(node)[0]?.type === 'NotExpression')) {
      return failed('"!" negates only the next name; put what it negates in parentheses: !(body.error)');
    }
    const asText = nodes.flatMap(operandsOf).find((name) => expression.includes(JSON.stringify(name)));
    if (asText !== undefined)
      return failed(`"${asText}" is the name of a member; put text in single quotes: '${asText}'`);
    const reads = [...readsIn(tree)];
    const unknown = reads.find((name) => !MEMBERS.includes(name));
    if (unknown !== undefined) {
      return failed(`${unknown} is not one of ${MEMBERS.join(', ')}; ${NOTATION}`);
    }
    for (const node of nodes.filter(({ type }) => type === 'Function')) {
      // Called with nothing but null, an existing function complains only about types, if at all.
      const nulls = childrenOf(node).map(() => '`null`');
      const complaint = complaintOf(() => search(null, `${node.name}(${nulls.join(', ')})`));
      if (complaint !== undefined && !complaint.startsWith('TypeError')) return failed(complaint);
    }
    return ok({
      expression,
      readsExecution: reads.includes('execution'),
      search: (data: unknown): unknown => search(data, expression),
    });
  } catch (error) {
    // The library's own complaints are plain errors; a TypeError is a bug that a broken expression meets in it.
    const isComplaint = error instanceof Error && !(error instanceof TypeError);
    return failed(`${isComplaint ? error.message : 'it cannot be parsed'}; ${NOTATION}`);
  }
}

/** For what people who know JavaScript would otherwise write. */
const NOTATION =
  'put text in single quotes, numbers in backticks, and names with hyphens in double quotes: headers."x-id"';

/** The members of a condition's input. */
const MEMBERS = ['status', 'headers', 'body', 'execution'];

/** An expression with all quotes closed. The library treats an unclosed quote as closed at the end. */
const CLOSED = /^(?:[^'"`]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)*$/s;

/** A quoted piece of an expression; of a literal in backticks, also what is in them. */
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`((?:[^`\\]|\\.)*)`/gs;

/** What other languages write for JSON's true, false and null. */
const OF_OTHERS = /^\s*(?:True|TRUE|False|FALSE|Null|NULL|None|nil|undefined)\s*$/;

/**
 * The names of members that are compared or passed to a function, and would not need quotes; and of those at the right
 * of a comparison. In double quotes, they are meant as text, and a filter with them finds nothing.
 */
function operandsOf(node: Node): string[] {
  if (node.type !== 'Comparator' && node.type !== 'Function') return [];
  return childrenOf(node).flatMap(({ type, name }, index) => {
    const isMeant = /^[A-Za-z_]\w*$/.test(String(name)) || (node.type === 'Comparator' && index === 1);
    return type === 'Field' && isMeant ? [String(name)] : [];
  });
}

/** Whether no part is missing, as after a dot at the end, which the library accepts. */
function isWhole({ type, children }: Node): boolean {
  return type === 'Slice' || !Array.isArray(children) || children.every(isNode);
}

function complaintOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** In these, everything after the first part is read from that part. */
const CHAINS = ['Subexpression', 'Pipe', 'IndexExpression', 'Projection', 'ValueProjection', 'FilterProjection'];

/** The members of its input that an expression reads, and not those of something inside that. */
function* readsIn(node: Node): Generator<string> {
  if (node.type === 'Field') yield String(node.name);
  if (node.type === 'ExpressionReference') return;
  const [first, ...others] = childrenOf(node);
  if (!first) return;
  yield* readsIn(first);
  const isInside = CHAINS.includes(node.type) && first.type !== 'Current';
  if (!isInside) for (const child of others) yield* readsIn(child);
}

/** A part of an expression, as the library's parser gives it. */
interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly children?: unknown;
  readonly value?: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf({ children, value }: Node): Node[] {
  const parts: readonly unknown[] = Array.isArray(children) ? children : [];
  // A member of a multi-select hash has its expression as its value.
  return [...parts, value].filter(isNode);
}

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

/**
 * The verdict if a condition does not hold, or cannot be applied; undefined if it holds. It holds only if its
 * result is `true` and everything that it reads is known.
 */
export function findUnmet(condition: Condition, view: Readable, show: Show): Verdict | undefined {
  const missing: SafeText[] = [];
  const known = <Value>(read: Result<Value, SafeText>): Value | null => {
    if (read.ok) return read.value;
    missing.push(read.error);
    return null;
  };
  const members = withLazy(
    {},
    {
      status: () => known(view.status),
      headers: () => known(view.headers),
      body: () => known(view.body),
      execution: () => {
        const execution = known(view.execution);
        return execution && withLazy(execution, { data: () => known(view.data) });
      },
    },
  );
  const expression = show(condition.expression);
  let result: unknown;
  try {
    result = condition.search(members);
  } catch (error) {
    const reason = show(error instanceof Error ? error.message : String(error));
    if (missing.length === 0) return unmet(say`success-when cannot be applied to this reply: ${reason}`);
  }
  const [why] = missing;
  if (why !== undefined) return unmet(say`success-when cannot be applied: ${why}.`, 'result unknown');
  if (result === true) return undefined;
  return unmet(say`success-when does not hold: ${expression} is ${show(textOf(result))}, not true.`);
}

/** A map with more members, which are looked up only if an expression reads them. */
function withLazy(map: object, members: Readonly<Record<string, () => unknown>>): object {
  const getters = Object.entries(members).map(([name, get]) => [name, { get, enumerable: true }]);
  return Object.defineProperties({ ...map }, Object.fromEntries(getters));
}

/** The verdict if there is no reply to apply a condition to. */
export function inapplicable({ ran, message }: Verdict): Verdict {
  const claim = ran === 'no' ? 'not triggered' : 'result unknown';
  return { ...unmet(join([message, say`So there is nothing to apply success-when to.`]), claim), ran };
}

function unmet(message: SafeText, claim: Claim = 'not accepted'): Verdict {
  return { row: 'success-when', success: false, ran: 'yes', claim, message, hint: NOTHING };
}

function textOf(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch {
    return 'nested too deep to be shown';
  }
}
