import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { isRecord } from './shapes.ts';

/** A text as the code writes it, with `…` for what it puts in. */
export interface Message {
  readonly text: string;
  /** The properties, variables, functions and calls that it stands in, from outside in. */
  readonly within: readonly string[];
}

interface AstNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Every text and template in the TypeScript files under a folder. */
export function messagesUnder(folder: string): Message[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.sort().flatMap((name) => {
    const within = name.replaceAll('\\', '/');
    return messagesIn(readFileSync(join(folder, name), 'utf8')).map((message) => ({
      ...message,
      within: [within, ...message.within],
    }));
  });
}

/** Every text and template in a TypeScript source. */
export function messagesIn(source: string): Message[] {
  const found: Message[] = [];
  const walk = (node: AstNode, within: readonly string[]): void => {
    const here = [...within, ...namesOf(node)];
    if (node.type === 'StringLiteral') found.push({ text: String(node['value']), within });
    if (node.type === 'TemplateLiteral') found.push({ text: templateOf(node), within });
    if (/^(?:Import|Export\w+)Declaration$/.test(node.type) && node['source']) return;
    for (const child of Object.values(node).flat().filter(isNode)) walk(child, here);
  };
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  if (isNode(program)) walk(program, []);
  return found;
}

function templateOf({ quasis }: AstNode): string {
  const pieces = Array.isArray(quasis) ? quasis.filter(isNode) : [];
  return pieces.map(({ value }) => (isRecord(value) ? String(value['cooked']) : '')).join('…');
}

/** The name of what a node's children stand in: `{name: …}`, `const name = …`, `name(…)` and so on. */
function namesOf({ type, key, id, callee }: AstNode): string[] {
  if (type === 'ObjectProperty' || type === 'ObjectMethod') return nameOf(key);
  if (type === 'VariableDeclarator' || type === 'FunctionDeclaration') return nameOf(id);
  return isNode(callee) ? nameOf(callee['property'] ?? callee) : [];
}

function nameOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? [name] : [];
}

function isNode(value: unknown): value is AstNode {
  return isRecord(value) && typeof value['type'] === 'string';
}
