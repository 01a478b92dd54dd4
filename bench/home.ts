import { findTickets } from "../src/tickets/find-tickets.ts";
import { readHome } from "../src/tickets/read-home.ts";
import { homeView } from "../src/views/home.ts";
import { settingsFor } from "./gold.ts";
import { type Archive, archiveOf, SEARCHES } from "./many-tickets.ts";
import { type Figure, type Findings, type Measurement, percentile, spread } from "./measurement.ts";

const AROUND = { engine: "bench", workspaceUrl: "https://bench.slack.com/" };
const BAR = { atMost: 50 } as const;

/** What a person waits for who opens their Home, a list or a search, on a desk with years behind it. */
export const home: Measurement = {
  name: "home",
  title: "App Home, lists and search on a large desk",
  async run({ quick }): Promise<Findings> {
    const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
    const samples = quick ? 10 : 200;
    const figures: Figure[] = [];
    for (const size of sizes) {
      const largest = size === sizes.at(-1);
      const archive = await archiveOf(size, () => settingsFor("larkspur"));
      try {
        const { settings } = archive.settings.current();
        const admin = settings.people.find(({ roles }) => roles.includes("admin"))!.slack;
        const agent = settings.people.find(({ roles }) => !roles.includes("admin"))!.slack;
        const read = readHome(archive, AROUND);
        const build = async (user: string) => {
          const data = await read(user);
          return homeView(data!, archive.now());
        };
        const scale = `${(size / 10).toLocaleString("en")} open of ${size.toLocaleString("en")}`;
        figures.push(
          ...spread(`Home of an admin, ${scale}`, await times(samples, () => build(admin)), "ms", { p95: BAR }),
        );
        if (largest) {
          figures.push(
            ...spread(`Home of an agent, ${scale}`, await times(samples, () => build(agent)), "ms", { p95: BAR }),
          );
          figures.push(...(await lists(archive, agent, samples)));
        }
      } finally {
        await archive.close();
      }
    }
    return {
      data: "a database file filled in bulk, two years of tickets, messages, decisions and model calls",
      figures,
    };
  },
};

async function lists(archive: Archive, by: string, samples: number): Promise<Figure[]> {
  const find = findTickets(archive);
  const asked: [string, Parameters<typeof find>[0]][] = [
    ["/triage mine", { by, page: 0, mine: true }],
    ["/triage queue", { by, page: 0, queue: undefined }],
    ["/triage queue support", { by, page: 0, queue: "support" }],
    ["/triage queue, its last page", { by, page: 1_000_000, queue: undefined }],
    ["search: a word of one mail in 500", { by, page: 0, words: SEARCHES.rare }],
    ["search: a word of one mail in ten", { by, page: 0, words: SEARCHES.common }],
    ["search: a word of every mail", { by, page: 0, words: SEARCHES.everywhere }],
    ["search: two words", { by, page: 0, words: `${SEARCHES.rare} ${SEARCHES.everywhere}` }],
  ];
  const figures: Figure[] = [];
  for (const [what, wanted] of asked) {
    const found = await find(wanted);
    if (found.kind !== "tickets" || found.tickets.length === 0) throw new Error(`${what}: nothing was found`);
    const took = await times(Math.min(samples, 40), () => find(wanted));
    figures.push({ what: `${what}, p95`, value: percentile(took, 0.95), unit: "ms", samples: took.length });
  }
  return figures;
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let index = -3; index < count; index++) {
    const before = performance.now();
    await work();
    if (index >= 0) took.push(performance.now() - before);
  }
  return took;
}
