/**
 * The lines on which the nodes of a file's workflows begin: `linesOfNodes(text)(workflow)[node]`. The text is scanned
 * only when a line is asked for.
 *
 * This is a small scanner, not a parser: strings and brackets are all it takes to find `nodes`.
 */
export function linesOfNodes(text: string): (workflow: number) => readonly number[] {
  let found: readonly (readonly number[])[] | undefined;
  return (workflow) => {
    found ??= scan(text);
    return found[workflow] ?? [];
  };
}

function scan(text: string): number[][] {
  const workflows: number[][] = [];
  // A workflow is at the top level or in a list there: its members are one level deeper.
  const isList = /^\s*\[/.test(text);
  const depthOfMembers = isList ? 2 : 1;
  let line = 1;
  let depth = 0;
  let key = '';
  let inNodes = false;
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}\n]/gs;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '\n') line += 1;
    else if (found.startsWith('"')) {
      if (depth === depthOfMembers && /^\s*:/.test(text.slice(index + found.length, index + found.length + 20))) {
        key = found.slice(1, -1);
      }
    } else if (found === '{' || found === '[') {
      if (depth === depthOfMembers - 1 && found === '{') workflows.push([]);
      if (depth === depthOfMembers) inNodes = found === '[' && key === 'nodes';
      if (depth === depthOfMembers + 1 && inNodes && found === '{') workflows.at(-1)?.push(line);
      depth += 1;
    } else {
      depth -= 1;
      if (depth === depthOfMembers) inNodes = false;
    }
  }
  return workflows;
}
