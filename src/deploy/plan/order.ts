/** A workflow to publish, and what must be published before it. */
export interface Dependent {
  /** Places in the list of those that must be published before, because n8n refuses it otherwise. */
  readonly needs: readonly number[];
  /** Places of those that should be published before. */
  readonly prefers: readonly number[];
}

/**
 * An order in which each comes after what it needs, and after what it prefers if that is possible; else in the order
 * given. `stuck` are the places of those that need each other in a circle.
 */
export function orderOf(dependents: readonly Dependent[]): { readonly order: number[]; readonly stuck: number[] } {
  const pending = new Set(dependents.keys());
  const isFree = (places: readonly number[], own: number) =>
    places.every((place) => place === own || !pending.has(place));
  const order: number[] = [];
  for (;;) {
    const able = [...pending].filter((place) => isFree(dependents[place]?.needs ?? [], place));
    const next = able.find((place) => isFree(dependents[place]?.prefers ?? [], place)) ?? able[0];
    if (next === undefined) return { order, stuck: inCircle(pending, dependents) };
    pending.delete(next);
    order.push(next);
  }
}

/** The members of circles: what merely needs one is left out, because nothing else here needs it. */
function inCircle(pending: ReadonlySet<number>, dependents: readonly Dependent[]): number[] {
  const needed = new Set([...pending].flatMap((place) => dependents[place]?.needs ?? []));
  const rest = new Set([...pending].filter((place) => needed.has(place)));
  return rest.size === pending.size ? [...rest] : inCircle(rest, dependents);
}
