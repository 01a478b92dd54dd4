import { expect, test } from "vitest";
import { parseAuthResults } from "../../src/pipeline/authenticity/tokens.ts";

test("comments nest and hold anything, as in RFC 8601 appendix B", () => {
  const parsed = parseAuthResults(
    "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462",
  );
  expect(parsed?.server).toBe("foo.example.net");
  expect(parsed?.results).toMatchObject([
    { method: "dkim", result: "fail", properties: { "policy.expired": "1362471462" } },
  ]);
});

test.each([
  { value: "example.org 1; none", server: "example.org", results: [] },
  {
    value: 'x.example; dkim=pass reason="good; dmarc=pass" header.d=x.example',
    server: "x.example",
    results: ["dkim=pass"],
  },
  {
    value: "x.example; spf=pass (a (b; c=d) e) smtp.mailfrom=a=b@x.example; dkim=fail",
    server: "x.example",
    results: ["spf=pass", "dkim=fail"],
  },
  {
    value:
      "spf=none (sender IP is ) smtp.mailfrom=x; dmarc=bestguesspass action=none header.from=x;compauth=pass reason=109",
    server: undefined,
    results: ["spf=none", "dmarc=bestguesspass", "compauth=pass"],
  },
  { value: "i=2; mx.google.com; arc=pass (i=1 spf=pass)", server: "mx.google.com", results: ["arc=pass"] },
  { value: "mx.google.com; spf=pass smtp.mail=", server: "mx.google.com", results: ["spf=pass"] },
])("$value", ({ value, server, results }) => {
  const parsed = parseAuthResults(value);
  expect(parsed?.server).toBe(server);
  expect(parsed?.results.map(({ method, result }) => `${method}=${result}`)).toEqual(results);
});

test.each([
  "",
  ";",
  "x.example; dkim=",
  "x.example (open",
  'x.example; dkim=pass reason="open',
  "x.example y; spf=pass",
  "i=1",
  "x.example; a b=c",
])("%o is refused", (value) => {
  expect(parseAuthResults(value)).toBeUndefined();
});
