import { readFileSync } from 'node:fs';

/** The most memory that a process has had so far, in KiB, on Linux; elsewhere, and once it has ended, 0. */
export function residentKib(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Watches a process until the function that it gives is called, which gives the most memory that was seen, in KiB. */
export function watchMemory(pid: number | undefined): () => number {
  let peak = 0;
  const ticker = setInterval(() => {
    peak = Math.max(peak, residentKib(pid));
  }, 50);
  return () => {
    clearInterval(ticker);
    return peak;
  };
}
