import { expect, test } from "vitest";
import { readAttachments } from "../../src/pipeline/attachments/attachments.ts";
import { MAX_FILE_TEXT } from "../../src/pipeline/attachments/text.ts";
import { zipFile } from "./zip-file.ts";

const TYPES = ["[Content_Types].xml", "<Types/>"] as const;

/** What is read of a file that came with a mail. */
async function textOf(name: string, files: readonly (readonly [name: string, content: string])[]) {
  const { attachments } = await readAttachments([], [{ name, content: zipFile(files) }], undefined);
  expect(attachments[0]!.danger).toBeUndefined();
  return attachments[0]!.text;
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

test.each([
  {
    name: "letter.docx",
    files: [
      TYPES,
      [
        "word/document.xml",
        '<w:document><w:p><w:r><w:t>Order</w:t><w:tab/><w:t xml:space="preserve">TW-1 &amp; TW-2</w:t></w:r></w:p><w:p/><w:p><w:t><![CDATA[<now>]]></w:t></w:p></w:document>',
      ],
    ],
    text: "Order TW-1 & TW-2\n<now>",
  },
  {
    name: "letter.odt",
    files: [
      ["mimetype", "application/vnd.oasis.opendocument.text"],
      [
        "content.xml",
        '<office:document-content><office:styles>none</office:styles><office:body><text:h>Terms</text:h><text:p a="x>y">We <text:span>accept</text:span><text:s/>it.</text:p></office:body></office:document-content>',
      ],
    ],
    text: "Terms\nWe accept it.",
  },
  {
    name: "talk.pptx",
    files: [
      TYPES,
      ["ppt/slides/slide1.xml", "<p:sld><a:p><a:t>First</a:t></a:p></p:sld>"],
      ["ppt/slides/slide2.xml", "<p:sld><a:p><a:t>Second</a:t></a:p></p:sld>"],
    ],
    text: "First\nSecond",
  },
  {
    name: "list.xlsx",
    files: [
      TYPES,
      ["xl/workbook.xml", "<workbook/>"],
      ["xl/sharedStrings.xml", "<sst><si><t>Order</t></si><si><r><t>Tea</t></r><r><t>pot</t></r></si></sst>"],
      [
        "xl/worksheets/sheet1.xml",
        sheet(
          '<row><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>Amount</t></is></c></row><row><c t="s"><v>1</v></c><c><v>42.5</v></c></row>',
        ),
      ],
    ],
    text: "Order Amount\nTeapot 42.5",
  },
] as const)("$name is read", async ({ name, files, text }) => expect(await textOf(name, files)).toBe(text));

const X = "x".repeat(MAX_FILE_TEXT);

/** What once took seconds or all memory: each of it is less than 10 kB on the wire. */
test.each([
  { what: "elements that nothing closes", source: `${"<w:t>".repeat(400_000)}end</w:t>`, text: "end" },
  { what: "much text in many elements", source: `${"<w:t>".repeat(900)}${"x".repeat(500_000)}</w:t>`, text: X },
  { what: "a million paragraphs", source: `${"<w:p/>".repeat(600_000)}<w:t>end</w:t>`, text: "end" },
])("$what cost a docx no more than its size", async ({ source, text }) => {
  const read = await textOf("a.docx", [TYPES, ["word/document.xml", source]]);
  expect(read).toBe(text);
});

test("a million brackets in an odt", async () => {
  expect(
    await textOf("a.odt", [
      ["mimetype", ""],
      ["content.xml", "<".repeat(4_000_000)],
    ]),
  ).toBeUndefined();
});

test("a sheet that says one long word everywhere is read to the limit", async () => {
  const read = await textOf("a.xlsx", [
    TYPES,
    ["xl/workbook.xml", "<workbook/>"],
    ["xl/sharedStrings.xml", `<sst><si><t>${"x".repeat(3_000_000)}</t></si></sst>`],
    ["xl/worksheets/sheet1.xml", sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(50_000)}</row>`)],
  ]);
  expect(read).toBe(X);
});

test("what is packed into more than 4 MB of XML is not read", async () => {
  expect(await textOf("a.docx", [TYPES, ["word/document.xml", `<w:t>${"x".repeat(4_300_000)}</w:t>`]])).toBeUndefined();
});
