import { expect, test } from "vitest";
import { readHtml } from "../../src/pipeline/html/read-html.ts";

const textOf = (html: string) =>
  readHtml(html)
    .lines.map((line) => line.text)
    .join("\n")
    .trim();

test.each([
  { name: "display:none", html: '<p style="display:none">secret</p>' },
  { name: "display:none with !important and spaces", html: '<p style="DISPLAY : none !important">secret</p>' },
  { name: "visibility:hidden", html: '<p style="visibility:hidden">secret</p>' },
  { name: "no size", html: '<p style="font-size:0">secret</p>' },
  { name: "one pixel", html: '<p style="font-size:1px">secret</p>' },
  { name: "a hundredth of an em", html: '<p style="font-size:0.01em">secret</p>' },
  { name: "the font shorthand", html: '<p style="font:0/0 a">secret</p><p style="font:1px Arial">secret</p>' },
  { name: "white on white", html: '<p style="color:#fff">secret</p>' },
  { name: "nearly white on white", html: '<p style="color:#fdfdfd">secret</p>' },
  { name: "white in words, by the font tag", html: '<font color="WHITE">secret</font>' },
  { name: "rgb white", html: '<p style="color: rgb(255, 255, 255)">secret</p>' },
  { name: "the colour of its own ground", html: '<p style="color:#123456;background:#123456">secret</p>' },
  { name: "transparent", html: '<p style="color:transparent">secret</p><p style="color:rgba(0,0,0,0)">secret</p>' },
  { name: "no opacity", html: '<p style="opacity:0.01">secret</p>' },
  { name: "a clipped box", html: '<div style="max-height:0;overflow:hidden">secret</div>' },
  {
    name: "off the page",
    html: '<p style="position:absolute;left:-9999px">secret</p><p style="text-indent:-9999px">secret</p>',
  },
  { name: "the hidden attribute", html: "<p hidden>secret</p>" },
  { name: "a class", html: "<style>.a,.b{display:none}</style><p class='x b'>secret</p>" },
  { name: "an id", html: "<style>#pre{font-size:0}</style><p id=pre>secret</p>" },
  { name: "inherited", html: '<div style="display:none"><div><b>secret</b></div></div>' },
  { name: "a comment", html: "<!-- secret --><!--[if mso]>secret<![endif]-->" },
  {
    name: "the window's title, scripts and styles",
    html: "<title>secret</title><script>secret</script><style>.secret{}</style>",
  },
])("hidden by $name", ({ html }) => {
  expect(textOf(`<p>before</p>${html}<p>after</p>`).replace(/\n+/g, " ")).toBe("before after");
});

test.each([
  {
    name: "white on a dark cell",
    html: '<table><tr><td bgcolor="#000"><font color="#fff">shown</font></td></tr></table>',
  },
  { name: "white on a picture", html: '<td background="x.png"><p style="color:#fff">shown</p></td>' },
  {
    name: "white on a ground from a sheet",
    html: "<style>.b{background:#06c}</style><a class=b style='color:#fff'>shown</a>",
  },
  {
    name: "white on a ground that a descendant rule may set",
    html: "<style>.b td{background:#06c}</style><td style='color:#fff'>shown</td>",
  },
  {
    name: "no size on the table, a size on the text",
    html: '<td style="font-size:0"><p style="font-size:14px">shown</p></td>',
  },
  {
    name: "hidden on phones only",
    html: "<style>@media(max-width:600px){.m{display:none}}</style><p class=m>shown</p>",
  },
  {
    name: "visible again inside",
    html: '<div style="visibility:hidden"><p style="visibility:visible">shown</p></div>',
  },
  { name: "pale grey", html: '<p style="color:#ccc">shown</p>' },
  { name: "revealed to everybody but Outlook", html: "<![if !mso]><p>shown</p><![endif]>" },
])("shown: $name", ({ html }) => {
  expect(textOf(html)).toBe("shown");
  expect(readHtml(html).hiddenCharacters).toBe(0);
});

test.each([
  { name: "cells", html: "<tr><td>a</td><td>b</td></tr>", text: "a\tb" },
  { name: "line breaks and blocks", html: "a<br>b<div>c</div><p>d</p>", text: "a\nb\nc\n\nd" },
  { name: "Word's paragraphs", html: "<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", text: "a\nb" },
  { name: "white space", html: "a\n   b&nbsp; c", text: "a b c" },
  { name: "preformatted text", html: "<pre>a\n  b</pre>", text: "a\n  b" },
  { name: "entities", html: "&lt;a&gt; &amp; &euro;5 &#8364;", text: "<a> & €5 €" },
  { name: "an emoji as picture", html: 'ok <img alt="👍" src="cid:1">', text: "ok 👍" },
  { name: "tags that never close", html: "<div><b>a<i>b</div>c", text: "ab\nc" },
  { name: "broken attributes", html: "<p style=\"color:'red>a</p><p>b</p>", text: "" },
  { name: "nothing", html: "", text: "" },
])("$name become lines", ({ html, text }) => {
  expect(textOf(html)).toBe(text);
});

test("what clients mark is marked", () => {
  const { lines } = readHtml(
    '<p>own</p><div class="gmail_attr">On … wrote:</div><blockquote type="cite">quoted</blockquote><blockquote>bare</blockquote><div class="x_gmail_signature">Ann</div><div id="x_divRplyFwdMsg">From: Bo</div><p>old</p>',
  );
  const marks = lines
    .filter((line) => line.text !== "")
    .map((line) => [line.text, line.quote ?? "own", line.signature]);
  expect(marks).toEqual([
    ["own", "own", false],
    ["On … wrote:", "sure", false],
    ["quoted", "sure", false],
    ["bare", "maybe", false],
    ["Ann", "own", true],
    ["From: Bo", "sure", false],
    ["old", "sure", false],
  ]);
});

test("hosts that links lead to are collected, whatever the links say", () => {
  expect(
    readHtml(
      '<a href="https://evil.example/x">bank.example</a><a href="HTTPS://u:p@Evil.example">x</a><a href="mailto:a@b">m</a>',
    ).linkHosts,
  ).toEqual(["evil.example"]);
});
