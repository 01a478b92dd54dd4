import { benchDesk, deliver, pause, watchCards } from "./desk.ts";
import { type Findings, type Measurement, median, percentile, slope } from "./measurement.ts";
import { cpuMsOf, memoryOf } from "./process.ts";

/** Mails at once in the mailbox: enough that the app is never idle. */
const WAVE = 50;

/** How long the app takes to be there and to be gone, and what it holds after much mail. */
export const startAndMemory: Measurement = {
  name: "start-and-memory",
  title: "start to connected socket, memory after much mail, graceful stop",
  async run({ quick, full }): Promise<Findings> {
    const mails = quick ? 50 : full ? 10_000 : 1_000;
    const starts: number[] = [];
    const cpu: number[] = [];
    const stops: number[] = [];
    const desk = await benchDesk();
    try {
      const time = async (times: number[], work: () => Promise<unknown>) => {
        const before = performance.now();
        await work();
        times.push(performance.now() - before);
      };
      const runs = quick ? 2 : 7;
      for (let run = 0; run < runs; run++) {
        await time(starts, () => desk.start());
        cpu.push(cpuMsOf(desk.pid()!));
        if (run + 1 === runs) break;
        await pause(300);
        await time(stops, () => desk.stop());
      }
      await pause(1_000);
      const idle = memoryOf(desk.pid()!);
      const cards = watchCards(desk);
      const memory: number[] = [];
      const before = performance.now();
      for (let delivered = 0; delivered < mails; ) {
        for (let one = 0; one < WAVE; one++) deliver(desk, ++delivered);
        await cards.reach(delivered, 300_000);
        memory.push(memoryOf(desk.pid()!));
      }
      const tookMs = performance.now() - before;
      // In the midst of work, as a deployment would do it.
      for (let one = 1; one <= WAVE; one++) deliver(desk, mails + one);
      await pause(500);
      await time(stops, () => desk.stop());
      const lastHalf = memory.slice(memory.length >> 1);
      return {
        data: `${starts.length} starts; ${mails.toLocaleString("en")} mails with the local engine, cards and thread replies included`,
        figures: [
          {
            what: "start to connected socket, median",
            value: median(starts) / 1_000,
            unit: "s",
            bar: { atMost: 1.5 },
            samples: starts.length,
          },
          { what: "CPU until then, median", value: median(cpu) / 1_000, unit: "s" },
          { what: "start to connected socket, slowest", value: percentile(starts, 1) / 1_000, unit: "s" },
          { what: "resident memory before the first mail", value: idle, unit: "MB" },
          { what: "resident memory at the end", value: memory.at(-1)!, unit: "MB", bar: { atMost: 300 } },
          { what: "resident memory, most", value: percentile(memory, 1), unit: "MB" },
          {
            what: "growth over the last half of the mails",
            value: (slope(lastHalf) * 1_000) / WAVE,
            unit: "MB/1,000 mails",
          },
          {
            what: "throughput meanwhile, one process, cards included",
            value: (mails / tookMs) * 1_000,
            unit: "mails/s",
          },
          {
            what: "graceful stop, slowest",
            value: percentile(stops, 1) / 1_000,
            unit: "s",
            bar: { atMost: 10 },
            samples: stops.length,
          },
        ],
      };
    } finally {
      await desk.end();
    }
  },
};
