// What n8n really ran: its executions, counted by the trace that each step sent along.

import type { N8nApi } from '../../support/n8n/api.ts';
import { at, listAt } from '../../support/shapes.ts';

/** How many executions n8n has for each trace id. */
export async function executionsByTrace(api: N8nApi): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const ids = new Set<string>();
  for (const status of ['', '&status=running']) {
    let cursor = '';
    do {
      const page = await api.request('GET', `/executions?limit=250${status}${cursor}`);
      for (const row of listAt(page, 'data')) ids.add(String(at(row, 'id')));
      const next = at(page, 'nextCursor');
      cursor = typeof next === 'string' && next !== '' ? `&cursor=${encodeURIComponent(next)}` : '';
    } while (cursor !== '');
  }
  const all = [...ids];
  for (let first = 0; first < all.length; first += 8) {
    const batch = await Promise.all(all.slice(first, first + 8).map((id) => api.execution(id)));
    for (const execution of batch) {
      const traceId = String(at(execution?.raw, 'tracingContext', 'traceparent')).split('-')[1] ?? '';
      counts.set(traceId, (counts.get(traceId) ?? 0) + 1);
    }
  }
  return counts;
}
