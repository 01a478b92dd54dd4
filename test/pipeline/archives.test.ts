import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { VirusScanner } from "../../src/domain/ports.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { CONTEXT } from "./read-fixture.ts";

/** A tar archive of these names, each with a few bytes. */
function tar(...names: string[]): Buffer {
  const blocks = names.flatMap((name) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write("00000000005\0", 124);
    header.write("0", 156);
    header.write("ustar\0", 257);
    return [header, Buffer.concat([Buffer.from("hello"), Buffer.alloc(507)])];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

const part = (type: string, name: string | undefined, content: Buffer) =>
  [
    "--b",
    `Content-Type: ${type}`,
    ...(name ? [`Content-Disposition: attachment; filename="${name}"`] : []),
    "Content-Transfer-Encoding: base64",
    "",
    content.toString("base64"),
  ].join("\n");

const mailWith = (...parts: string[]) =>
  Buffer.from(
    [
      "From: Orla <orla@quayside.example>",
      "To: support@larkspur.example",
      "Subject: Files",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "",
      ...parts,
      "--b--",
    ].join("\n"),
  );

const read = (name: string, content: Buffer, scanner?: VirusScanner) =>
  normalise(mailWith(part("application/octet-stream", name, content)), { ...CONTEXT, scanner });

test.each([
  { name: "photos.tar", content: tar("a.jpg", "b.jpg"), danger: undefined },
  { name: "photos.tar", content: tar("a.jpg", "start.exe"), danger: "run programs (.exe)" },
  { name: "photos.tgz", content: gzipSync(tar("a.jpg", "deep/start.scr")), danger: "run programs (.scr)" },
  { name: "list.csv.gz", content: gzipSync("order;amount\n1;2"), danger: undefined },
  { name: "setup.exe.gz", content: gzipSync("MZ"), danger: "program" },
  { name: "list.gz", content: gzipSync(gzipSync("x")), danger: "archive in an archive" },
  { name: "zeroes.gz", content: gzipSync(Buffer.alloc(20 * 1024 * 1024)), danger: "unpacks to very much" },
  { name: "cut.tar", content: tar("a.jpg", "b.jpg").subarray(0, 1_300), danger: "damaged" },
  { name: "cut.gz", content: gzipSync("something longer than that").subarray(0, 14), danger: "damaged" },
  { name: "a.rar", content: Buffer.from("526172211a07010033928cb1", "hex"), danger: "(RAR) that was not opened" },
  { name: "a.7z", content: Buffer.from("377abcaf271c00041122", "hex"), danger: "(7z) that was not opened" },
  { name: "a.bz2", content: Buffer.from("425a6839314159265359", "hex"), danger: "(bzip2) that was not opened" },
])("$name: $danger", async ({ name, content, danger }) => {
  const [file] = (await read(name, content)).attachments;
  if (danger === undefined) expect(file!.danger).toBeUndefined();
  else expect(file!.danger).toContain(danger);
});

test("a tar archive as tar itself writes it, long names and all", async () => {
  const long = `${"folder-with-a-long-name/".repeat(6)}start.bat`;
  const script = `mkdir -p "${long.replace(/\/[^/]+$/, "")}" && echo x > "${long}" && tar -cf - folder-with-a-long-name`;
  const content = execFileSync("sh", ["-c", `cd "$(mktemp -d)" && ${script}`]);
  expect((await read("old.tar", content)).attachments[0]!.danger).toContain("run programs (.bat)");
});

const INVITATION = Buffer.from(
  "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Handover of the clinic\nEND:VEVENT\nEND:VCALENDAR\n",
);
const LETTER = Buffer.from("From: Carl <carl@harbour.example>\nSubject: The old contract\n\nWe accept the offer.\n");

test.each([
  { verdict: "clean", opened: true },
  { verdict: "not answered", opened: false },
  { verdict: "infected", opened: false },
])(
  "an attached mail and an invitation are read only once they are called clean: $verdict",
  async ({ verdict, opened }) => {
    const scanner: VirusScanner = {
      async scan() {
        if (verdict === "not answered") throw new Error("no answer");
        return verdict === "clean" ? { kind: "clean" } : { kind: "infected", name: "X" };
      },
    };
    const context = { ...CONTEXT, scanner };
    const letter = await normalise(mailWith(part("message/rfc822", "letter.eml", LETTER)), context);
    expect(letter.attachments).toHaveLength(1);
    expect(letter.forwarded?.text.includes("We accept") ?? false).toBe(opened);
    expect(letter.visibleText.includes("We accept")).toBe(opened);
    const invitation = await normalise(mailWith(part("text/calendar; method=REQUEST", undefined, INVITATION)), context);
    expect(invitation.text.includes("Handover")).toBe(opened);
    expect(invitation.calendarMethod).toBe(opened ? "REQUEST" : undefined);
  },
);
