import { sql } from "../../src/db/drizzle.ts";
import { sealedColumns } from "../../src/db/reseal.ts";
import { aDesk, settingsWith } from "./desk.ts";

/** Somebody who asks to be erased, and where words of theirs could be found. */
export const ORLA = "orla@quayside.example";
/** Words of hers, of answers to her and of colleagues about her; each stands in something else. */
export const HERS = ["orla", "keane", "marmalade", "teapot", "LK-0417", "grumpy", "furious", "trombone"];
export const MINUTE = 60_000;

type Desk = Awaited<ReturnType<typeof aDesk>>;

/** Every row of every table as text, sealed values opened. */
export async function everyRow(desk: Desk): Promise<Map<string, string>> {
  const { read } = desk.db;
  const sealed = new Set((await sealedColumns(desk.db)).map(({ table, column }) => `${table}.${column}`));
  const tables = (await read.all(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like 'CREATE VIRTUAL%'`,
  )) as { name: string }[];
  const all = new Map<string, string>();
  for (const { name } of tables) {
    const rows = (await read.all(sql.raw(`select * from "${name}"`))) as Record<string, unknown>[];
    const texts = rows.flatMap((row) =>
      Object.entries(row).map(([column, value]) =>
        Buffer.isBuffer(value) && sealed.has(`${name}.${column}`)
          ? read.vault.open(value, `${name}.${column}`).toString("utf8")
          : String(value),
      ),
    );
    all.set(name, texts.join("\n"));
  }
  return all;
}

/** What Slack shows of each message now. */
export function shownInSlack(desk: Desk): { text: string; kind: string }[] {
  return desk.chat.posts.map((post) => {
    const now = desk.chat.updates.filter(({ ts }) => ts === post.ts).at(-1) ?? post;
    const effect = String(post.marker.payload["effect"] ?? "");
    return { text: JSON.stringify([now.text, now.blocks]), kind: effect.split(":")[0] || post.marker.type };
  });
}

export const holding = (all: Iterable<[string, string]>, words: readonly string[]) =>
  [...all].flatMap(([name, text]) =>
    words.flatMap((word) => (text.toLowerCase().includes(word.toLowerCase()) ? [`${name}: ${word}`] : [])),
  );

/** One ticket of Orla's, answered from Gmail. */
export async function oneTicket(...[more]: Parameters<typeof aDesk>) {
  const desk = await aDesk({ settings: settingsWith(), ...more });
  desk.mailbox.deliver({ id: "t", subject: "The teapot", text: "My order LK-0417 came with a cracked teapot." });
  await desk.work();
  const reply = "Hello Orla,\n\nA cracked teapot is replaced within two weeks when you send us a picture of it.\n\nBob";
  const sent = { labels: ["SENT"], from: "Support <support@larkspur.example>" };
  desk.clock.advance(MINUTE);
  desk.mailbox.deliver({ ...sent, id: "t-out", thread: "t", subject: "Re: The teapot", text: reply });
  await desk.work();
  return desk;
}
