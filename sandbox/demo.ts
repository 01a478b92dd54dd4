import { createInterface } from "node:readline";
import type { MailroomStatus } from "./demo/mailroom.ts";
import { HELP, readOptions } from "./demo/options.ts";
import { type Demo, startDemo } from "./demo/start.ts";

const command = readOptions(process.argv.slice(2));
if (command.kind === "help") {
  console.log(HELP);
} else if (command.kind === "wrong") {
  console.error(`${command.why}\n\n${HELP}`);
  process.exitCode = 1;
} else {
  const began = Date.now();
  let demo: Demo | undefined;
  let ending = false;

  const tell = ({ state, code, lastWords }: MailroomStatus): void => {
    if (ending) return;
    if (state === "running") console.log(`  Mailroom is connected (${((Date.now() - began) / 1000).toFixed(1)} s).\n`);
    if (state !== "died") return;
    console.error(`\n  Mailroom ended (${code ?? "killed"}). It said last:\n`);
    for (const line of lastWords.slice(-6)) console.error(`    ${line}`);
    console.error(
      "\n  Start it again on the page, or type r and Enter here. Nothing is lost: its work is in its database.\n",
    );
  };

  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    console.log("\n  Ending …");
    await demo?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());

  try {
    demo = await startDemo(command.options, tell);
    console.log(`\n  Local Slack, local Gmail and Mailroom:  ${demo.url}\n`);
    console.log("  Ctrl-C ends it.");
    if (command.options.folder) console.log(`  The desk's data stays in ${demo.folder}`);
    if (process.stdin.isTTY)
      createInterface({ input: process.stdin }).on("line", (line) => {
        if (line.trim() === "r") void demo?.mailroom.start();
      });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    console.error(taken ? `Port ${command.options.port} is taken; try another one, or none.` : error);
    process.exit(1);
  }
}
