import { type SafeText, type Show, say } from '../../text/safe.ts';
import { targetsOf } from '../check/structure.ts';
import { finding, placeOf } from '../finding.ts';
import { type FileWorkflow, isEnabled, nameOf, typeOf } from '../read/workflow.ts';

/** Nodes that are not triggers, though no connection leads to them. */
const NO_TRIGGERS = /^n8n-nodes-base\.(?:manualTrigger|stickyNote|start|noOp)$/;

/** Workflows to be published without a trigger: n8n refuses to publish them. */
export function triggerProblems(
  workflows: readonly { readonly file: FileWorkflow; readonly publish: boolean }[],
  show: Show,
): SafeText[] {
  return workflows
    .filter(({ file, publish }) => publish && !mayHaveTrigger(file))
    .map(({ file }) =>
      finding(
        show,
        placeOf(file),
        say`is to be published, but has no enabled trigger other than a manual one. Add a trigger, or set active to false.`,
      ),
    );
}

/** Whether there is an enabled node to which no connection leads. Only n8n knows which of these are triggers. */
function mayHaveTrigger({ nodes, connections }: FileWorkflow): boolean {
  const led = new Set(Object.values(connections).flatMap(targetsOf));
  return nodes.some((node) => isEnabled(node) && !led.has(nameOf(node)) && !NO_TRIGGERS.test(typeOf(node)));
}
