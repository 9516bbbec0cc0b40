/**
 * How much more CPU time a piece of work takes for each byte if it is given 16 times as much: 1 if its time grows with the
 * size, 16 if it grows with the square of the size. A slow machine changes nothing about it, nor do other processes.
 */
export async function growth(size: number, work: (size: number) => unknown): Promise<number> {
  const small = await cpuTime(async () => {
    for (let done = 0; done < 16; done += 1) await work(size);
  });
  return (await cpuTime(() => work(16 * size))) / small;
}

async function cpuTime(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  return process.cpuUsage(began).user;
}
