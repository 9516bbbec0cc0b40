import type { Host } from '../host/host.ts';
import { type Json, tryJson } from '../text/json.ts';
import type { SafeText } from '../text/safe.ts';

/** How much of a value or text the summary shows, in characters. */
const MOST = 4000;

/** Limits of levels, values, members of one map or list, and characters of one text; `…` stands for the rest. */
const DEEPEST = 8;
const MOST_VALUES = 300;
const MOST_MEMBERS = 20;
const LONGEST_TEXT = 500;

/** The start of a JSON value, pretty. */
export function previewOf(value: Json | readonly Json[], host: Host): SafeText {
  const shown = pruned(value, { depth: 0, left: MOST_VALUES, host });
  return host.showLines(JSON.stringify(shown, null, 2), MOST);
}

/** The start of a reply, pretty if it is JSON. */
export function previewOfText(text: string, host: Host): SafeText {
  const value = /^\s*[[{]/.test(text) ? tryJson(text) : undefined;
  return value === undefined ? host.showLines(text, MOST) : previewOf(value, host);
}

interface Walk {
  readonly depth: number;
  /** How many values are left to be shown. */
  left: number;
  readonly host: Host;
}

/** A value, cut to the limits of a preview. Secrets are hidden before texts are cut. */
function pruned(value: Json | readonly Json[], walk: Walk): unknown {
  walk.left -= 1;
  const show = (text: string): string => walk.host.showLines(text, LONGEST_TEXT);
  if (typeof value === 'string') return show(value);
  if (typeof value !== 'object' || value === null) return value;
  if (walk.depth === DEEPEST) return '…';
  const inner = { ...walk, depth: walk.depth + 1 };
  const shown: [string, unknown][] = [];
  const members = Object.entries(value);
  for (const [name, member] of members.slice(0, MOST_MEMBERS)) {
    if (inner.left <= 0) break;
    shown.push([show(name), pruned(member, inner)]);
  }
  walk.left = inner.left;
  const isCut = shown.length < members.length;
  if (Array.isArray(value)) return [...shown.map(([, item]) => item), ...(isCut ? ['…'] : [])];
  return Object.fromEntries(isCut ? [...shown, ['…', '…']] : shown);
}
