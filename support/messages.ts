import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { isRecord } from './shapes.ts';

/** A text of the action's own words as the code writes it, with `…` for what it puts in. */
export interface Message {
  readonly text: string;
  /** The file, from `src/` on. */
  readonly file: string;
  /** Whether it says what to do, and not what happened. */
  readonly isHint: boolean;
}

interface AstNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Every text that the TypeScript files under a folder say to people. */
export function messagesUnder(folder: string): Message[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files
    .sort()
    .flatMap((name) => messagesIn(readFileSync(join(folder, name), 'utf8'), name.replaceAll('\\', '/')));
}

/** Every `say` template of a TypeScript source, and every line on an input. Nothing else reaches people. */
export function messagesIn(source: string, file: string): Message[] {
  const found: Message[] = [];
  const walk = (node: AstNode, isHint: boolean): void => {
    const here = isHint || namesAHint(node);
    if (node.type === 'TaggedTemplateExpression' && isNode(node['tag']) && node['tag']['name'] === 'say') {
      found.push({ text: templateOf(node['quasi']), file, isHint: here });
    }
    const line = lineOf(node);
    if (line !== undefined) found.push({ text: line, file, isHint: here });
    for (const child of Object.values(node).flat().filter(isNode)) walk(child, here);
  };
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  if (isNode(program)) walk(program, false);
  return found;
}

/** Whether a property, variable or function is named so: `hint: …`, `const longPauseHint = …`. */
function namesAHint({ key, id }: AstNode): boolean {
  return [key, id].some((node) => isNode(node) && /hint$/i.test(String(node['name'])));
}

/** A text that begins as a line on an input does, with the input's name: `payload: …`. */
function lineOf(node: AstNode): string | undefined {
  const text =
    node.type === 'StringLiteral' ? String(node['value']) : node.type === 'TemplateLiteral' ? templateOf(node) : '';
  return /^(?:…|[a-z]+(?:-[a-z]+)*): [^…]/.test(text) ? text : undefined;
}

function templateOf(quasi: unknown): string {
  const quasis = isNode(quasi) && Array.isArray(quasi['quasis']) ? quasi['quasis'].filter(isNode) : [];
  return quasis.map(({ value }) => (isRecord(value) ? String(value['cooked']) : '')).join('…');
}

function isNode(value: unknown): value is AstNode {
  return isRecord(value) && typeof value['type'] === 'string';
}
