import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { VirusScanner } from "../../src/domain/ports.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { CONTEXT } from "./read-fixture.ts";
import { zipFile } from "./zip-file.ts";

function tarEntry(name: string, content = "hello", type = "0"): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(type, 156);
  header.write("ustar\0", 257);
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(-content.length & 511)]);
}

/** A tar archive of these names, each with a few bytes. */
const tar = (...names: string[]) => Buffer.concat([...names.map((name) => tarEntry(name)), Buffer.alloc(1_024)]);

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

const DOCUMENT = [
  ["[Content_Types].xml", "<Types/>"],
  ["word/document.xml", "<w:t>We accept.</w:t>"],
] as const;
const PROGRAM = ["invoice.exe", "MZ"] as const;
const many = (count: number) => Array.from({ length: count }, (_, i) => [`${i}.txt`, ""] as const);

test.each([
  {
    what: "texts and an office file",
    files: [
      ["a.txt", "a"],
      ["b.docx", "PK"],
    ],
    danger: undefined,
  },
  { what: "a program beside a mimetype", files: [["mimetype", "x"], PROGRAM], danger: "run programs (.exe)" },
  { what: "a program beside a document", name: "a.docx", files: [...DOCUMENT, PROGRAM], danger: "run programs (.exe)" },
  { what: "a program as part of a document", files: [...DOCUMENT, ["word/a.bin", ""]], danger: "run programs (.bin)" },
  {
    what: "printer settings in a sheet",
    name: "a.xlsx",
    files: [...DOCUMENT, ["xl/printerSettings/printerSettings1.bin", ""]],
    danger: undefined,
  },
  {
    what: "a bomb that calls itself a document",
    files: [...DOCUMENT, ["a.txt", "0".repeat(2_000_000)]],
    danger: "unpacks to far more",
  },
  { what: "a program with dots behind", files: [["invoice.exe. .", "MZ"]], danger: "run programs (.exe)" },
  { what: "a program in the folder of a Mac", files: [["__MACOSX/invoice.exe", "MZ"]], danger: "run programs (.exe)" },
  { what: "a program with a long name", files: [[`${"x".repeat(600)}.exe`, "MZ"]], danger: "run programs (.exe)" },
  { what: "2,000 files", files: many(2_000), danger: undefined },
  { what: "a program behind 2,000 files", files: [...many(2_000), PROGRAM], danger: "more files than are looked at" },
  { what: "a directory that is shorter than it says", files: many(3), count: 4, danger: "damaged" },
  { what: "a directory that is longer than it says", files: [...many(3), PROGRAM], count: 3, danger: "damaged" },
  {
    what: "a zip in a zip",
    files: [
      ["a.txt", ""],
      ["b.zip", "PK"],
    ],
    danger: "archive in an archive",
  },
  { what: "a rar in a zip", files: [["b.RAR", "Rar!"]], danger: "archive in an archive" },
] as { what: string; name?: string; files: [string, string][]; count?: number; danger?: string }[])(
  "a zip file with $what: $danger",
  async ({ name = "a.zip", files, count, danger }) => {
    const [file] = (await read(name, zipFile(files, count))).attachments;
    if (danger === undefined) expect(file!.danger).toBeUndefined();
    else expect(file!.danger).toContain(danger);
  },
);

test("a mail of many files that pack well is opened up to its share, and says so of the rest", async () => {
  const page = part("application/gzip", "page.html.gz", gzipSync("<input ".repeat(600_000)));
  const { attachments } = await normalise(mailWith(...Array.from({ length: 40 }, () => page)), CONTEXT);
  const opened = attachments.filter(({ danger }) => danger === undefined);
  expect(attachments).toHaveLength(40);
  expect(opened).toHaveLength(3);
  expect(attachments.at(-1)!.danger).toContain("not opened");
});

test.each([
  { name: "a.pdf", content: "%PDF-1.7 /OpenAction << /S /J#61vaScript >>", danger: "runs scripts" },
  { name: "a.pdf", content: "%PDF-1.7 /#4a#53 (x)", danger: "runs scripts" },
  { name: "a.pdf", content: "%PDF-1.7 /S /Laun#63h", danger: "starts programs" },
  { name: "a.pdf", content: "%PDF-1.7 /EmbeddedFil#65 (a.exe)", danger: "a program inside" },
  { name: "a.pdf", content: "%PDF-1.7 /JSON #4a#53", danger: undefined },
  { name: "a.html", content: `<html><input ${"x".repeat(400)} type = "password">`, danger: "stealing passwords" },
  { name: "a.html", content: "<html><input <b type=password", danger: "stealing passwords" },
  { name: "a.html", content: "<html><input type=text> type=password", danger: undefined },
])("$name with $content is $danger", async ({ name, content, danger }) => {
  const [file] = (await read(name, Buffer.from(content))).attachments;
  if (danger === undefined) expect(file!.danger).toBeUndefined();
  else expect(file!.danger).toContain(danger);
});

/** A name of 600 letters, in each of the two ways there are. */
test.each([
  { way: "GNU", record: tarEntry("@LongLink", `${"x".repeat(600)}.exe\0`, "L") },
  { way: "POSIX", record: tarEntry("pax", `20 mtime=1234567890\n614 path=${"x".repeat(600)}.exe\n`, "x") },
])("a program with a long name in a tar archive: $way", async ({ record }) => {
  const [file] = (await read("a.tar", Buffer.concat([record, tar("x".repeat(100))]))).attachments;
  expect(file!.danger).toContain("run programs (.exe)");
});

/** Looked through by an expression, each of these records cost its own size squared: minutes for what packs into 40 kB. */
test("records of digits alone in tar archives, and of both no more than the share of a mail", async () => {
  const records = Array.from({ length: 1_900 }, () => tarEntry("pax", "1".repeat(4_096), "x"));
  const archive = part("application/gzip", "a.tgz", gzipSync(Buffer.concat([...records, tar("a.txt")])));
  const { attachments } = await normalise(mailWith(archive, archive), CONTEXT);
  expect(attachments[0]!.danger).toBeUndefined();
  expect(attachments[1]!.danger).toContain("not opened");
});

test("a tar archive with an archive in it", async () => {
  const [file] = (await read("a.tar", tar("a.txt", "b.tgz"))).attachments;
  expect(file!.danger).toContain("archive in an archive");
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
