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
  /** Whether it is a message by itself, and not only inserted into others. */
  readonly isSaid: boolean;
}

interface AstNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Every text in the TypeScript files under a folder. */
export function messagesUnder(folder: string): Message[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files
    .sort()
    .flatMap((name) => messagesIn(readFileSync(join(folder, name), 'utf8'), name.replaceAll('\\', '/')));
}

/** Every text in a TypeScript source. What reaches people is a `say` template or a line on an input. */
export function messagesIn(source: string, file: string): Message[] {
  const found: Message[] = [];
  const walk = (node: AstNode, isHint: boolean): void => {
    const here = isHint || namesAHint(node);
    const isSaid = node.type === 'TaggedTemplateExpression' && isNode(node['tag']) && node['tag']['name'] === 'say';
    const text = textOf(isSaid ? node['quasi'] : node);
    if (text !== undefined) found.push({ text, file, isHint: here, isSaid: isSaid || isLine(text) });
    if (isSaid && isNode(node['quasi'])) {
      for (const child of Object.values(node['quasi']).flat().filter(isNode)) walk(child, here);
      return;
    }
    if (/^(?:Import|Export\w+)Declaration$/.test(node.type) && node['source']) return;
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

function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'StringLiteral') return String(node['value']);
  return node.type === 'TemplateLiteral' ? templateOf(node) : undefined;
}

/** Whether a text begins as a line on an input does, with the input's name: `payload: …`. */
function isLine(text: string): boolean {
  return /^(?:…|[a-z]+(?:-[a-z]+)*): \S/.test(text);
}

function templateOf(quasi: unknown): string {
  const quasis = isNode(quasi) && Array.isArray(quasi['quasis']) ? quasi['quasis'].filter(isNode) : [];
  return quasis.map(({ value }) => (isRecord(value) ? String(value['cooked']) : '')).join('…');
}

function isNode(value: unknown): value is AstNode {
  return isRecord(value) && typeof value['type'] === 'string';
}
