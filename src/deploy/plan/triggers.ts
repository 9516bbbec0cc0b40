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
    .filter(({ file, publish }) => publish && startsOf(file).length === 0)
    .map(({ file }) =>
      finding(
        show,
        placeOf(file),
        say`is to be published, but has no enabled trigger other than a manual one. Add a trigger, or set active to false.`,
      ),
    );
}

/** Triggers of workflows that other workflows run. */
const RUN_BY_OTHERS = /^n8n-nodes-base\.(?:executeWorkflowTrigger|errorTrigger)$/;

/** Whether a workflow has a trigger, and starts only when another workflow calls it or fails. */
export function isRunByOthers(file: FileWorkflow): boolean {
  const types = startsOf(file);
  return types.length > 0 && types.every((type) => RUN_BY_OTHERS.test(type));
}

/** The types of enabled nodes to which no connection leads. Only n8n knows which of these are triggers. */
function startsOf({ nodes, connections }: FileWorkflow): string[] {
  const led = new Set(Object.values(connections).flatMap(targetsOf));
  const starts = nodes.filter((node) => isEnabled(node) && !led.has(nameOf(node)));
  return starts.map(typeOf).filter((type) => !NO_TRIGGERS.test(type));
}
